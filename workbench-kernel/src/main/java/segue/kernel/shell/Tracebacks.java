package segue.kernel.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a thrown exception says to the person: its message, the cell's own lines, every cause, and what to do. */
final class Tracebacks {
    private static final int LONGEST_MESSAGE = 10_000;
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";

    private Tracebacks() {}

    /** @param codeOf the code of a cell by its name, where it is still known */
    static CellResult.Failed failed(Throwable thrown, Function<String, Optional<String>> codeOf) {
        return new CellResult.Failed(name(thrown), firstLine(message(thrown, codeOf)), lines(thrown, codeOf));
    }

    static List<String> lines(Throwable thrown, Function<String, Optional<String>> codeOf) {
        List<String> lines = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        StackTraceElement[] enclosing = {};
        String prefix = "";
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (!seen.add(cause)) {
                lines.add(RED + prefix + headline(cause, codeOf) + " (the one above, so the causes go in a circle)"
                        + PLAIN);
                break;
            }
            lines.add(RED + prefix + headline(cause, codeOf) + PLAIN);
            lines.addAll(new TraceFrames(codeOf).lines(cause.getStackTrace(), enclosing));
            for (Throwable suppressed : cause.getSuppressed()) {
                if (seen.add(suppressed)) {
                    lines.add("  Suppressed: " + headline(suppressed, codeOf));
                    new TraceFrames(codeOf)
                            .lines(suppressed.getStackTrace(), cause.getStackTrace())
                            .forEach(line -> lines.add("  " + line));
                }
            }
            enclosing = cause.getStackTrace();
            prefix = "Caused by: ";
        }
        ErrorHints.of(thrown).ifPresent(lines::add);
        return lines;
    }

    private static String name(Throwable thrown) {
        return thrown instanceof CellRuntime.ExitRefused
                ? "ExitRefused"
                : CellNames.readable(thrown.getClass().getName());
    }

    private static String headline(Throwable thrown, Function<String, Optional<String>> codeOf) {
        String message = message(thrown, codeOf);
        return message.isEmpty() ? name(thrown) : name(thrown) + ": " + message;
    }

    private static String message(Throwable thrown, Function<String, Optional<String>> codeOf) {
        String message;
        try {
            message = thrown.getLocalizedMessage();
        } catch (Throwable e) {
            return "(its message failed with " + CellNames.readable(e.getClass().getName()) + ")";
        }
        if (message == null && thrown instanceof AssertionError) {
            message = new TraceFrames(codeOf).source(thrown.getStackTrace()).orElse(null);
        }
        if (message == null) {
            return "";
        }
        String readable = CellNames.readable(message);
        return readable.length() <= LONGEST_MESSAGE
                ? readable
                : readable.substring(0, LONGEST_MESSAGE)
                        + String.format("… %,d more characters", readable.length() - LONGEST_MESSAGE);
    }

    static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
