package segue.jobs;

import java.time.Duration;

/** What has become of a job. */
public sealed interface JobStatus {
    /** @param place in the line, 1 is next */
    record Waiting(int place) implements JobStatus {}

    /**
     * @param fraction how much is done, 0 to 1
     * @param doing what is being done, for people; empty where nothing was said
     */
    record Running(double fraction, String doing) implements JobStatus {}

    /** @param result as the handler returned it */
    record Done(byte[] result) implements JobStatus {}

    /**
     * @param code for programs
     * @param sentence for people
     */
    record Failed(String code, String sentence) implements JobStatus {
        static final String OVERDUE = "overdue";
        static final String BROKEN = "broken";

        /** Nobody began with it. */
        public static Failed unattended(JobKind kind, Duration waited) {
            return new Failed(
                    "unattended",
                    "Nobody began with this within %s: no page that runs works on '%s' of format %d. Send it again once one does."
                            .formatted(inWords(waited), kind.name(), kind.format()));
        }

        /** Whoever began with it was gone each time. */
        public static Failed lost(int attempts) {
            return new Failed(
                    "lost",
                    "This was begun %d times, and each time the program that worked on it ended. Send it again, or something smaller."
                            .formatted(attempts));
        }

        /** Its payload was thrown away by the server that kept it. */
        public static Failed evicted() {
            return new Failed(
                    "evicted",
                    "What was sent is no longer kept: the queue's server had no memory left. Send it again.");
        }

        static Failed overdue(Duration limit) {
            return new Failed(
                    OVERDUE,
                    "This took longer than the %s that a job may take, and was stopped. Send something smaller."
                            .formatted(inWords(limit)));
        }

        static Failed broken() {
            return new Failed(BROKEN, "This went wrong by a mistake of Segue's own, which is in its log.");
        }

        static Failed tooLarge(int most) {
            return new Failed(
                    "result_too_large", "What came out is larger than the %,d bytes that are kept.".formatted(most));
        }

        private static String inWords(Duration time) {
            if (time.compareTo(Duration.ofMinutes(2)) >= 0) {
                return time.toMinutes() + " minutes";
            }
            return time.toSeconds() == 1 ? "1 second" : time.toMillis() / 1000.0 + " seconds";
        }
    }

    record Cancelled() implements JobStatus {}

    /** There is no such job: there never was, it ended too long ago, or the server that kept it lost it. */
    record Unknown() implements JobStatus {}

    /** Whether nothing will change any more. */
    default boolean ended() {
        return !(this instanceof Waiting || this instanceof Running);
    }
}
