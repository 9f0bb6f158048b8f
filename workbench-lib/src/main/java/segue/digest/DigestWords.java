package segue.digest;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import segue.feedback.IsoWeek;
import segue.recommend.Recommendation;

/** Sentences that text and markup have in common. */
final class DigestWords {
    static final String MADE_HERE =
            "Made by ./segue digest on your own machine, from what you searched and rated there."
                    + " Nobody is subscribed to it.";
    static final String WHY_YOU =
            "You get this once a week because your address was subscribed to Segue's digest. It is made"
                    + " from what you searched and rated, and nobody else sees that.";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private DigestWords() {}

    /** {@code "27 July to 2 August 2026"}. */
    static String days(IsoWeek week) {
        LocalDate from = week.monday();
        LocalDate to = week.sunday();
        String first = from.getYear() != to.getYear()
                ? DAY_OF_YEAR.format(from)
                : from.getMonth() == to.getMonth() ? Integer.toString(from.getDayOfMonth()) : DAY.format(from);
        return first + " to " + DAY_OF_YEAR.format(to);
    }

    /** {@code "close in energy and tempo; differs in valence"}; the song that it is like, where the section names none. */
    static String why(Recommendation song, DigestSection section) {
        String why = song.why(false);
        return section.start().isPresent()
                ? why
                : "like %s: %s".formatted(Plain.line(song.seed().name()), why);
    }

    static String byMail(Footer footer, boolean alsoLink) {
        String token = footer.subscription().orElseThrow().token();
        return "%s to %s with the subject: unsubscribe %s"
                .formatted(
                        alsoLink ? "Or write" : "To unsubscribe, write",
                        footer.from().value(),
                        token);
    }
}
