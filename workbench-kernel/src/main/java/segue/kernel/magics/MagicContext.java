package segue.kernel.magics;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import segue.kernel.variables.VariableSummary;

/** What a magic may do with the notebook it stands in. */
public interface MagicContext {
    /**
     * Runs the Java that follows the magic: the rest of its line, or the body of its cell.
     *
     * @return the value of the closing expression
     */
    Optional<Object> run() throws Throwable;

    /** The text that follows the magic: the rest of its line, or the body of its cell. */
    String body();

    /** Runs other code as if it stood here; messages speak of it under this name. */
    Optional<Object> load(String name, String code) throws Throwable;

    /** The notebook's variables, in the order of their declaration. */
    List<VariableSummary> variables();

    List<Path> classpath();

    /** Jars and folders that cells can use from now on; variables keep their values. */
    void addToClasspath(List<Path> entries);

    /** Shows a line under the cell; each takes the place of the one before. */
    void status(String line);

    /** Shows a value where the magic stands. */
    void show(Object value);
}
