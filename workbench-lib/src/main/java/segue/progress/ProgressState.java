package segue.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * How far work is at one moment.
 *
 * @param label what is done, {@code "scanning"}
 * @param done steps that are done
 * @param total steps in all; empty where that is not known
 * @param message what the work itself says, {@code "KL 3.21"}; may be blank
 * @param elapsedMillis since it began
 */
public record ProgressState(
        String label, long done, OptionalLong total, String message, long elapsedMillis, Phase phase) {
    private static final long SHORTEST_FOR_RATE_MILLIS = 200;

    /** Whether work goes on. */
    public enum Phase {
        RUNNING,
        /** It reached its end. */
        DONE,
        /** It was left before its end: by a {@code break}, an error, a stream that needed no more. */
        STOPPED,
        /** The person stopped it. */
        INTERRUPTED
    }

    /** Part that is done, 0 to 1; 0 where the total is not known. */
    public double fraction() {
        if (total.isEmpty()) {
            return 0;
        }
        return total.getAsLong() == 0 ? 1 : Math.clamp((double) done / total.getAsLong(), 0, 1);
    }

    /** {@code "37 of 750"}, and how it ended where that is not as planned: {@code "stopped after 37 of 750"}. */
    public String count() {
        String steps = number(done);
        if (total.isPresent() && (phase != Phase.DONE || done != total.getAsLong())) {
            steps += " of " + number(total.getAsLong());
        }
        return switch (phase) {
            case RUNNING, DONE -> steps;
            case STOPPED -> "stopped after " + steps;
            case INTERRUPTED -> "interrupted after " + steps;
        };
    }

    /** What follows the count: percent, time taken, rate, time left, message; only what is known and tells something. */
    public List<String> details() {
        List<String> details = new ArrayList<>();
        if (phase == Phase.RUNNING && total.isPresent()) {
            details.add((int) (100 * fraction()) + " %");
        }
        details.add(duration(elapsedMillis));
        if (done > 0 && elapsedMillis >= SHORTEST_FOR_RATE_MILLIS) {
            details.add(rate());
            if (phase == Phase.RUNNING && total.isPresent() && done < total.getAsLong()) {
                double left = (double) elapsedMillis / done * (total.getAsLong() - done);
                details.add(duration(Math.round(left)) + " left");
            }
        }
        if (!message.isBlank()) {
            details.add(message);
        }
        return details;
    }

    /** All of it on one line: {@code "t-SNE: 37 of 750 · 4 % · 1.2 s · 31/s · 23 s left · KL 3.21"}. */
    public String text() {
        return label + ": " + count() + " · " + String.join(" · ", details());
    }

    private String rate() {
        double perSecond = done * 1000.0 / elapsedMillis;
        if (perSecond >= 10) {
            return number(Math.round(perSecond)) + "/s";
        }
        return perSecond >= 0.1
                ? String.format(Locale.ROOT, "%.1f/s", perSecond)
                : duration(elapsedMillis / done) + " each";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code "40 ms"}, {@code "0.4 s"}, {@code "12 s"}, {@code "3 min 20 s"}, {@code "2 h 5 min"}. */
    static String duration(long millis) {
        if (millis < 100) {
            return millis + " ms";
        }
        if (millis < 9_950) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        long seconds = Math.round(millis / 1000.0);
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3_600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : number(seconds / 3_600) + " h " + seconds % 3_600 / 60 + " min";
    }
}
