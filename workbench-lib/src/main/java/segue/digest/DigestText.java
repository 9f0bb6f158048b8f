package segue.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import segue.catalog.Track;
import segue.recommend.Recommendation;

/** A digest as plain text, in lines of at most {@value #WIDTH} characters but for addresses and words longer than that. */
final class DigestText {
    private static final int WIDTH = 72;
    private static final String UNDER_NUMBER = "    ";

    private final List<String> lines = new ArrayList<>();

    private DigestText() {}

    static String of(Digest digest, Footer footer) {
        DigestText text = new DigestText();
        text.add("", digest.title());
        text.add("", "Week %d, %s".formatted(digest.week().week(), DigestWords.days(digest.week())));
        int number = 1;
        for (DigestSection section : digest.sections()) {
            text.lines.add("");
            text.lines.add("");
            text.add("", section.heading());
            section.start().ifPresent(start -> text.add("", "(" + Plain.line(start.toString()) + ")"));
            for (Recommendation song : section.songs()) {
                text.lines.add("");
                text.song(number++, song, section, footer);
            }
        }
        text.lines.add("");
        text.lines.add("-- ");
        text.end(footer);
        return String.join("\n", text.lines) + "\n";
    }

    private void song(int number, Recommendation song, DigestSection section, Footer footer) {
        Track track = song.track();
        add(UNDER_NUMBER, String.format(Locale.ROOT, "%2d. %s", number, Plain.line(track.toString())));
        add(UNDER_NUMBER, UNDER_NUMBER + DigestWords.why(song, section));
        footer.song(track.id()).ifPresent(address -> lines.add(UNDER_NUMBER + address));
    }

    private void end(Footer footer) {
        if (footer.subscription().isEmpty()) {
            add("", DigestWords.MADE_HERE);
            return;
        }
        add("", DigestWords.WHY_YOU);
        footer.link().ifPresent(link -> lines.add("Unsubscribe: " + link));
        add("", DigestWords.byMail(footer, footer.link().isPresent()));
    }

    /** Breaks between words; what does not fit goes on below, after {@code indent}. */
    private void add(String indent, String paragraph) {
        StringBuilder line = new StringBuilder();
        String start = paragraph.substring(
                0, paragraph.length() - paragraph.stripLeading().length());
        line.append(start);
        boolean fresh = true;
        for (String word : paragraph.strip().split(" ")) {
            if (!fresh && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(indent);
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        lines.add(line.toString());
    }
}
