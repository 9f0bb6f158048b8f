package segue.audio.scan;

import java.nio.file.Path;
import java.util.Optional;
import segue.audio.decode.Tags;

/** What a file says about itself, a line each; what it does not say is empty. */
record SongTags(String title, String artist, String album, String year, String genre) {
    /** Whoever writes more into a tag, a cover or a whole text, means no title. */
    static final int LONGEST = 500;

    static SongTags read(Path file) {
        Tags tags = Tags.read(file);
        return new SongTags(
                line(tags.title()),
                line(tags.artist().or(tags::albumArtist)),
                line(tags.album()),
                tags.year().isPresent() ? Integer.toString(tags.year().getAsInt()) : "",
                line(tags.genre()));
    }

    private static String line(Optional<String> tag) {
        String text = tag.orElse("");
        boolean isTooLong = text.codePointCount(0, text.length()) > LONGEST;
        String kept = isTooLong ? text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…" : text;
        return kept.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
