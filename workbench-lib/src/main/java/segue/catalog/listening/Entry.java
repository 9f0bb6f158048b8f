package segue.catalog.listening;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import segue.catalog.playlists.ListedSong;

/** What one entry of a file says, whatever its layout; and what follows from it. */
final class Entry {
    /** No title, name or link is longer. */
    private static final int LONGEST = 4096;

    private static final int MOST_MILLIS = 24 * 60 * 60 * 1000;
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{0,9})?");
    private static final String LOCAL = "spotify:local:";

    String title = "";
    String artist = "";
    String id = "";
    /** As text, or in milliseconds. */
    String time = "";

    String millis = "";
    boolean skipped;
    boolean spoken;
    boolean local;
    /** What is wrong with it, or null. */
    String problem;
    /** Null where it is no play. */
    Layout layout;

    /** Says what is wrong with it; of several things the first. */
    void refuse(String what) {
        problem = problem == null ? what : problem;
    }

    /** @param where it stands, {@code "entry 12"} */
    void playInto(ListeningSink sink, Refusals refusals, String where) {
        if (leftOut(sink)) {
            return;
        }
        int played = millis();
        long began = began(played, sink.latest());
        if (problem != null) {
            refusals.add(where, problem);
        } else {
            sink.play(song(), began, played, layout, skipped);
        }
    }

    /** @param wanted false if the person does not want to hear it */
    void songInto(ListeningSink sink, Refusals refusals, String where, boolean wanted) {
        if (leftOut(sink)) {
            return;
        }
        if (problem != null) {
            refusals.add(where, problem);
        } else {
            sink.song(song(), wanted);
        }
    }

    private boolean leftOut(ListeningSink sink) {
        for (String text : List.of(title, artist, id)) {
            if (text.length() > LONGEST) {
                refuse("a name has %,d characters, more than %,d".formatted(text.length(), LONGEST));
            }
        }
        if (spoken) {
            sink.leftOut(ListeningSink.Kind.PODCAST);
        } else if (local || id.startsWith(LOCAL)) {
            sink.leftOut(ListeningSink.Kind.LOCAL);
        } else if (problem == null && title.isBlank() && id.isBlank()) {
            sink.leftOut(ListeningSink.Kind.NAMELESS);
        } else {
            return false;
        }
        return true;
    }

    private ListedSong song() {
        return new ListedSong(id, title, artist.isBlank() ? List.of() : List.of(artist.strip()), "", "", "");
    }

    private int millis() {
        if (millis.isEmpty()) {
            return Play.UNKNOWN;
        }
        double number = NUMBER.matcher(millis).matches() ? Double.parseDouble(millis) : -1;
        if (number < 0 || number > MOST_MILLIS) {
            refuse("the time played must be 0 to %,d ms but was %s".formatted(MOST_MILLIS, shown(millis)));
            return Play.UNKNOWN;
        }
        return (int) number;
    }

    private long began(int played, long latest) {
        OptionalLong told = PlayTime.parse(time);
        if (told.isEmpty()) {
            refuse(
                    time.isBlank()
                            ? "it does not say when"
                            : "the time must be like %s but was %s".formatted(PlayTime.EXPECTED, shown(time)));
            return 0;
        }
        long at = told.getAsLong();
        if (at < PlayTime.EARLIEST || at > latest) {
            refuse("the time must be after 1999 and not in the future but was " + shown(time));
        }
        return layout.tellsEnd() && played != Play.UNKNOWN ? at - played : at;
    }

    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return "'" + (line.length() <= 60 ? line : line.substring(0, 60) + "…") + "'";
    }
}
