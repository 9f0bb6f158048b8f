package segue.spark.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkException;
import segue.catalog.CatalogException;

/**
 * What is left of an exception that came through Spark. Spark wraps what a task threw, repeats its stack trace in a message
 * of many lines, and declares none of it: so this is the one place where everything is caught.
 */
final class Failures {
    /** An exception that a task threw, as Spark prints it where it could not be sent as an object. */
    private static final Pattern PRINTED = Pattern.compile(
            "(?:java\\.io\\.(?:IOException|FileNotFoundException|UncheckedIOException: java\\.io\\.IOException)"
                    + "|segue\\.catalog\\.CatalogException|java\\.lang\\.IllegalArgumentException): ([^\\n]+)");

    /** What the last try of a task died of, behind what Spark says about stages. */
    private static final Pattern LAST_TRY = Pattern.compile("most recent failure: [^\\n]*?\\): [\\w.$]+: ([^\\n]+)");

    private Failures() {}

    static <T> T told(Callable<T> work) {
        try {
            return unwrapped(work);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @SuppressWarnings("PMD.AvoidCatchingThrowable")
    static <T> T unwrapped(Callable<T> work) throws IOException {
        try {
            return work.call();
        } catch (Exception e) {
            throw rethrown(e);
        }
    }

    private static RuntimeException rethrown(Exception thrown) throws IOException {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UncheckedIOException wrapped -> throw wrapped.getCause();
                case IOException problem when !isSparks(problem) -> throw problem;
                case CatalogException problem -> {
                    return problem;
                }
                case SparkFailure told -> {
                    return told;
                }
                case CancellationException stopped -> {
                    return stopped;
                }
                case InterruptedException stopped -> {
                    Thread.currentThread().interrupt();
                    return new CancellationException("stopped");
                }
                case IllegalArgumentException wrong
                when !isSparks(wrong) -> {
                    return wrong;
                }
                case UnsupportedOperationException missing
                when !isSparks(missing) -> {
                    return missing;
                }
                default -> {
                    // Look further down.
                }
            }
        }
        String message = String.valueOf(thrown.getMessage());
        Matcher printed = PRINTED.matcher(message);
        if (printed.find()) {
            throw new IOException(printed.group(1), thrown);
        }
        if (message.contains("cancelled") || message.contains("SparkContext was shut down")) {
            return new CancellationException("the job was stopped; nothing was written");
        }
        if (thrown instanceof SparkException
                || thrown.getClass().getName().startsWith("org.apache.spark")
                || message.contains("SparkContext")) {
            return new SparkFailure("Spark could not go on: " + firstLine(message), thrown);
        }
        return thrown instanceof RuntimeException defect ? defect : new IllegalStateException(thrown);
    }

    /** Spark's own kinds have an error class in brackets before their text, or come of its packages. */
    private static boolean isSparks(Throwable e) {
        return e.getClass().getName().startsWith("org.apache.spark")
                || String.valueOf(e.getMessage()).startsWith("[");
    }

    private static String firstLine(String message) {
        Matcher lastTry = LAST_TRY.matcher(message);
        if (lastTry.find()) {
            return lastTry.group(1);
        }
        String line = message.lines().findFirst().orElse("no reason was given");
        return line.replaceFirst("^\\[[A-Z_.]+] ", "").replaceFirst(" SQLSTATE: \\w+$", "");
    }
}
