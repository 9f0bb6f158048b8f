package segue.kernel;

import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A log that a client which sends nonsense without end cannot fill: {@value #BURST} lines at once, then one a second,
 * which says how many were left out.
 */
final class RationedLog implements Consumer<String> {
    static final int BURST = 50;
    private static final long NANOS_A_LINE = 1_000_000_000L;

    private final Consumer<String> lines;
    private final LongSupplier nanoTime;
    private long credit = BURST;
    private long creditedNanos;
    private long leftOut;

    RationedLog(Consumer<String> lines) {
        this(lines, System::nanoTime);
    }

    RationedLog(Consumer<String> lines, LongSupplier nanoTime) {
        this.lines = lines;
        this.nanoTime = nanoTime;
        this.creditedNanos = nanoTime.getAsLong();
    }

    @Override
    public synchronized void accept(String line) {
        long earned = (nanoTime.getAsLong() - creditedNanos) / NANOS_A_LINE;
        creditedNanos += earned * NANOS_A_LINE;
        credit = Math.min(BURST, credit + earned);
        if (credit == 0) {
            leftOut++;
            return;
        }
        credit--;
        if (leftOut > 0) {
            lines.accept("… " + leftOut + " lines were left out here, since too many came at once");
            leftOut = 0;
        }
        lines.accept(line);
    }
}
