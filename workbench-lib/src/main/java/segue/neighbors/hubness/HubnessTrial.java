package segue.neighbors.hubness;

import java.util.List;
import java.util.Optional;

/**
 * What one reduction made of a space.
 *
 * @param reduction that was tried
 * @param hubness of the space under it
 * @param hubs the five rows found most often, by their numbers in the whole space
 * @param precision of genre among the k nearest, artist-filtered; empty without genres
 * @param gain in precision over the plain distance, of the same rows; empty without genres, and for it itself
 * @param verdict what the doctor thinks of it
 * @param sentence why
 */
public record HubnessTrial(
        HubnessReduction reduction,
        Hubness hubness,
        List<Hubness.Hub> hubs,
        Optional<Interval> precision,
        Optional<Interval> gain,
        Verdict verdict,
        String sentence) {
    /** What the doctor thinks of a reduction. */
    public enum Verdict {
        /** The plain distance, which the others are compared with. */
        BASELINE("plain"),
        /** Of those that help, the one to take. */
        RECOMMENDED("recommended"),
        /** Less skewness, fewer rows never found or better precision, and none worse. */
        HELPS("helps"),
        /** Neither noticeably better nor worse. */
        CHANGES_LITTLE("changes little"),
        /** It makes something worse. */
        REFUSED("refused");

        private final String label;

        Verdict(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    HubnessTrial judged(Verdict verdict, String sentence) {
        return new HubnessTrial(reduction, hubness, hubs, precision, gain, verdict, sentence);
    }
}
