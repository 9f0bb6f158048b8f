package segue.kernel.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import segue.kernel.magics.Magics;

/** The notebook, as code that it runs may use it. */
public interface OpenNotebook {
    /** @throws IllegalStateException if no cell has run yet */
    static OpenNotebook current() {
        return CellRun.running().notebook;
    }

    /** Runs code as a cell is run, magics included, and gives the value of its closing expression. */
    Optional<Object> eval(String code) throws Throwable;

    /** @param name without percent sign */
    Optional<Object> lineMagic(String name, List<String> arguments) throws Throwable;

    /** @param name without percent signs */
    Optional<Object> cellMagic(String name, List<String> arguments, String body) throws Throwable;

    /** The magics of this notebook, to which others can be added. */
    Magics magics();

    void addToClasspath(List<Path> entries);
}
