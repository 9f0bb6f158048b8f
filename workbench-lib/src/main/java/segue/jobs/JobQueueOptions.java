package segue.jobs;

import java.time.Duration;

/**
 * What a queue takes, and for how long. Processes that share a queue should agree.
 *
 * @param places jobs that wait or are worked on, 1 to 1,000; one client gets at most half of them
 * @param bytes payloads of those jobs together, 1 KiB to 64 GiB; one client gets at most half of them, or one payload
 * @param largestPayload bytes of one, 0 to 256 MiB
 * @param largestResult bytes of one, 0 to 16 MiB; up to {@value JobStore#KEPT} results are kept
 * @param timeLimit how long a job may be worked on, 10 ms to 1 day
 * @param longestWait how long a job may wait, 10 ms to 1 day
 * @param keptFor how long it can be asked what became of a job, 10 ms to 1 day
 * @param lease after how long a worker that says nothing is taken for dead and its job given to another, 100 ms to 1 hour
 * @param attempts how often a job is begun, where whoever worked on it was gone, 1 to 10
 * @param grace how long jobs may go on when the queue is closed, up to 1 hour
 */
public record JobQueueOptions(
        int places,
        long bytes,
        int largestPayload,
        int largestResult,
        Duration timeLimit,
        Duration longestWait,
        Duration keptFor,
        Duration lease,
        int attempts,
        Duration grace) {
    private static final Duration SHORTEST = Duration.ofMillis(10);

    public JobQueueOptions {
        require("places", places, 1, 1_000);
        require("bytes", bytes, 1 << 10, 64L << 30);
        require("largestPayload", largestPayload, 0, 256 << 20);
        require("largestResult", largestResult, 0, 16 << 20);
        require("timeLimit", timeLimit, SHORTEST, Duration.ofDays(1));
        require("longestWait", longestWait, SHORTEST, Duration.ofDays(1));
        require("keptFor", keptFor, SHORTEST, Duration.ofDays(1));
        require("lease", lease, Duration.ofMillis(100), Duration.ofHours(1));
        require("attempts", attempts, 1, 10);
        require("grace", grace, Duration.ZERO, Duration.ofHours(1));
        if (largestPayload > bytes) {
            throw new IllegalArgumentException(
                    "largestPayload must be at most bytes, %,d, but was %,d".formatted(bytes, largestPayload));
        }
    }

    private static void require(String name, long value, long low, long high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(
                    "%s must be in [%,d, %,d] but was %,d".formatted(name, low, high, value));
        }
    }

    private static void require(String name, Duration value, Duration low, Duration high) {
        if (value.compareTo(low) < 0 || value.compareTo(high) > 0) {
            throw new IllegalArgumentException("%s must be in [%s, %s] but was %s".formatted(name, low, high, value));
        }
    }

    /**
     * 100 places and 256 MiB, payloads up to 32 MiB, results up to 256 KiB; 5 minutes of work, half an hour of waiting, results for
     * 10 minutes; a lease of 30 s, 3 attempts, 5 s of grace.
     */
    public static JobQueueOptions defaults() {
        return new JobQueueOptions(
                100,
                256 << 20,
                32 << 20,
                256 << 10,
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofMinutes(10),
                Duration.ofSeconds(30),
                3,
                Duration.ofSeconds(5));
    }

    public JobQueueOptions withPlaces(int places) {
        return new JobQueueOptions(
                places, bytes, largestPayload, largestResult, timeLimit, longestWait, keptFor, lease, attempts, grace);
    }

    /** Payloads together, and one at most. */
    public JobQueueOptions withPayloads(long bytes, int largestPayload) {
        return new JobQueueOptions(
                places, bytes, largestPayload, largestResult, timeLimit, longestWait, keptFor, lease, attempts, grace);
    }

    public JobQueueOptions withTimeLimit(Duration timeLimit) {
        return new JobQueueOptions(
                places, bytes, largestPayload, largestResult, timeLimit, longestWait, keptFor, lease, attempts, grace);
    }

    public JobQueueOptions withLongestWait(Duration longestWait) {
        return new JobQueueOptions(
                places, bytes, largestPayload, largestResult, timeLimit, longestWait, keptFor, lease, attempts, grace);
    }

    public JobQueueOptions withKeptFor(Duration keptFor) {
        return new JobQueueOptions(
                places, bytes, largestPayload, largestResult, timeLimit, longestWait, keptFor, lease, attempts, grace);
    }

    public JobQueueOptions withLease(Duration lease) {
        return new JobQueueOptions(
                places, bytes, largestPayload, largestResult, timeLimit, longestWait, keptFor, lease, attempts, grace);
    }

    public JobQueueOptions withGrace(Duration grace) {
        return new JobQueueOptions(
                places, bytes, largestPayload, largestResult, timeLimit, longestWait, keptFor, lease, attempts, grace);
    }
}
