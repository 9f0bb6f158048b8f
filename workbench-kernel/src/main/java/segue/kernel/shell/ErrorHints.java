package segue.kernel.shell;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One sentence of advice for errors that do not say what to do. */
final class ErrorHints {
    private static final Pattern CAST = Pattern.compile("class (\\S+) cannot be cast to class (\\S+)");

    private ErrorHints() {}

    static Optional<String> of(Throwable thrown) {
        return Optional.ofNullable(
                switch (thrown) {
                    case OutOfMemoryError full
                    when String.valueOf(full.getMessage()).contains("array size") ->
                        "An array has at most 2,147,483,645 elements.";
                    case OutOfMemoryError _ ->
                        String.format(
                                "The kernel may use %,d MB for values, and they are full. Set big variables to null"
                                        + " that are no longer needed, or start the kernel with a higher -Xmx.",
                                Runtime.getRuntime().maxMemory() >> 20);
                    case StackOverflowError _ ->
                        "Calls were nested too deep: a method that calls itself without an end, or one that needs a"
                                + " loop, or a thread with a larger stack: new Thread(null, task, \"deep\", 1L << 30).";
                    case NoClassDefFoundError error
                    when error.getCause() != null
                            && String.valueOf(error.getCause().getMessage())
                                    .contains(CellRun.Interrupted.class.getName()) ->
                        "The class was being made ready when its cell was stopped: run the cell again that declares it.";
                    case ClassCastException cast -> olderClass(String.valueOf(cast.getMessage()));
                    default -> null;
                });
    }

    private static String olderClass(String message) {
        Matcher matcher = CAST.matcher(message);
        if (!matcher.find()) {
            return null;
        }
        String from = CellNames.readable(matcher.group(1));
        return from.equals(CellNames.readable(matcher.group(2)))
                        && !matcher.group(1).equals(matcher.group(2))
                ? from + " was declared again after this object was made: make the object anew."
                : null;
    }
}
