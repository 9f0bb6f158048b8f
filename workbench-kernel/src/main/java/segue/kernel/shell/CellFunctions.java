package segue.kernel.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import segue.kernel.display.MimeBundle;
import segue.kernel.display.Renderers;

/** What every cell can call without an import: {@code display(table)}, {@code html("<b>x</b>")} and the like. */
public final class CellFunctions {
    static final Set<String> NAMES = Set.of(
            "display",
            "displayAs",
            "updateDisplay",
            "render",
            "clearOutput",
            "html",
            "markdown",
            "svg",
            "latex",
            "printf",
            "eval",
            "lineMagic",
            "cellMagic",
            "readLine",
            "readPassword");

    private static final String OF_IJAVA = "import static io.github.spencerpark.ijava.runtime.";
    private static final String KERNEL_OF_IJAVA = "getKernelInstance";

    private CellFunctions() {}

    /** The imports for those of these names that are functions, beside the imports that the notebook has. */
    static List<String> importsFor(Collection<String> names, List<String> imports) {
        List<String> lines = new ArrayList<>();
        List<String> own =
                imports.stream().filter(line -> line.startsWith(OF_IJAVA)).toList();
        List<String> used = names.stream().filter(NAMES::contains).toList();
        if (own.isEmpty() && !used.isEmpty()) {
            lines.add("import static " + CellFunctions.class.getName() + ".*;");
        } else {
            // A star of the notebook's own must not clash with ours, and what it imports by name is meant.
            used.stream()
                    .filter(name -> own.stream().noneMatch(line -> line.endsWith("." + name + ";")))
                    .forEach(name -> lines.add("import static " + CellFunctions.class.getName() + "." + name + ";"));
        }
        if (names.contains(KERNEL_OF_IJAVA)) {
            lines.add(OF_IJAVA + "Kernel." + KERNEL_OF_IJAVA + ";");
        }
        return lines;
    }

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

    /** Shows a bundle under an id that the caller has chosen, for {@link #updateDisplay}. */
    public static void displayAs(String id, MimeBundle bundle) {
        output().display(bundle, Optional.of(id));
    }

    /** Replaces what {@link #display(Object)} has shown under this id, wherever it stands in the notebook. */
    public static void updateDisplay(String id, Object value, String... mimeTypes) {
        output().updateDisplay(render(value, mimeTypes), id);
    }

    /** The forms in which a value would be shown; all that suit it where none are named. */
    public static MimeBundle render(Object value, String... mimeTypes) {
        return Renderers.installed().render(value, mimeTypes);
    }

    /**
     * Shows values of a type of one's own from now on: {@code displayAs(Song.class, song -> html("<b>" + song.name() +
     * "</b>"))}. What {@code rendering} gives is itself shown; where it fails, the value's text is, with a note.
     */
    public static <T> void displayAs(Class<T> type, Function<? super T, ?> rendering) {
        Renderers.installed().register(type, rendering);
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

    /** {@code System.out.printf}, shorter. */
    public static void printf(String format, Object... arguments) {
        System.out.printf(format, arguments);
    }

    /**
     * Runs code as a cell is run, in the same scope, magics included.
     *
     * @return the value of its closing expression, or null
     * @throws Exception what the code throws
     */
    public static Object eval(String code) throws Exception {
        return value(() -> OpenNotebook.current().eval(code));
    }

    /**
     * Runs a magic such as {@code lineMagic("jars", List.of("lib/*.jar"))}, which is what {@code %jars lib/*.jar} does.
     *
     * @param <T> what the caller takes the value for; nothing checks it here
     */
    @SuppressWarnings("unchecked")
    public static <T> T lineMagic(String name, List<String> arguments) {
        return (T) unchecked(() -> OpenNotebook.current().lineMagic(name, arguments));
    }

    /**
     * Runs a magic that takes a text, such as {@code cellMagic("loadFromPOM", List.of(), xml)}.
     *
     * @param <T> what the caller takes the value for; nothing checks it here
     */
    @SuppressWarnings("unchecked")
    public static <T> T cellMagic(String name, List<String> arguments, String body) {
        return (T) unchecked(() -> OpenNotebook.current().cellMagic(name, arguments, body));
    }

    @FunctionalInterface
    private interface Code {
        Optional<Object> run() throws Throwable;
    }

    private static Object value(Code code) throws Exception {
        try {
            return code.run().orElse(null);
        } catch (Exception | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Passes on what the code throws, also where it is checked: a magic stands where no exception was declared. */
    private static Object unchecked(Code code) {
        try {
            return code.run().orElse(null);
        } catch (Throwable e) {
            throw CellFunctions.<RuntimeException>sneak(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Throwable> E sneak(Throwable e) throws E {
        throw (E) e;
    }

    private static CellOutput output() {
        return CellRun.running().output;
    }
}
