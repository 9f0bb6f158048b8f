package segue.kernel.shell;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import segue.kernel.display.MimeBundle;
import segue.kernel.display.Renderers;

/** What every cell can call without an import: {@code display(table)}, {@code html("<b>x</b>")} and the like. */
public final class CellFunctions {
    static final Set<String> NAMES = Set.of(
            "display",
            "updateDisplay",
            "render",
            "clearOutput",
            "html",
            "markdown",
            "svg",
            "latex",
            "readLine",
            "readPassword");

    private CellFunctions() {}

    /**
     * Shows a value in the forms that suit it.
     *
     * @return an id for {@link #updateDisplay}
     */
    public static String display(Object value) {
        return display(value, new String[0]);
    }

    /**
     * Shows a value in the given forms, such as {@code display("<b>hi</b>", "text/html")}.
     *
     * @return an id for {@link #updateDisplay}
     */
    public static String display(Object value, String... mimeTypes) {
        String id = UUID.randomUUID().toString();
        output().display(render(value, mimeTypes), Optional.of(id));
        return id;
    }

    /** Replaces what {@link #display(Object)} has shown under this id, wherever it stands in the notebook. */
    public static void updateDisplay(String id, Object value, String... mimeTypes) {
        output().updateDisplay(render(value, mimeTypes), id);
    }

    /** The forms in which a value would be shown; all that suit it where none are named. */
    public static MimeBundle render(Object value, String... mimeTypes) {
        return Renderers.installed().render(value, mimeTypes);
    }

    /** Removes the cell's output so far. */
    public static void clearOutput() {
        clearOutput(false);
    }

    /** @param wait until new output takes its place, which avoids flicker */
    public static void clearOutput(boolean wait) {
        output().clearOutput(wait);
    }

    public static MimeBundle html(String html) {
        return MimeBundle.of("text/html", html);
    }

    public static MimeBundle markdown(String markdown) {
        return MimeBundle.of("text/markdown", markdown);
    }

    public static MimeBundle svg(String svg) {
        return MimeBundle.of("image/svg+xml", svg);
    }

    public static MimeBundle latex(String latex) {
        return MimeBundle.of("text/latex", latex);
    }

    /** Asks the person at the notebook for a line; null where they end the input. */
    public static String readLine(String prompt) throws java.io.IOException {
        return output().readLine(prompt, false);
    }

    /** Asks the person at the notebook for a line that is not shown while typed. */
    public static String readPassword(String prompt) throws java.io.IOException {
        return output().readLine(prompt, true);
    }

    private static CellOutput output() {
        return CellOutput.current();
    }
}
