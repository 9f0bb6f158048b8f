package segue.kernel.magics;

import java.util.Locale;
import java.util.Optional;

/** Says how long code takes. */
final class TimeMagic {
    private TimeMagic() {}

    static Magic line() {
        return Magic.shown(
                "%time", "%time CODE", "Runs the rest of the line and says how long it took.", TimeMagic::time);
    }

    static Magic cell() {
        return Magic.shown("%%time", "%%time", "Runs the cell and says how long it took.", TimeMagic::time);
    }

    private static Optional<Object> time(Arguments arguments, MagicContext context) throws Throwable {
        long start = System.nanoTime();
        try {
            return context.run();
        } finally {
            System.out.println("Took " + words(System.nanoTime() - start) + ", compilation included");
        }
    }

    private static String words(long nanos) {
        double millis = nanos / 1e6;
        return millis < 1_000
                ? String.format(Locale.ROOT, "%.1f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", millis / 1_000);
    }
}
