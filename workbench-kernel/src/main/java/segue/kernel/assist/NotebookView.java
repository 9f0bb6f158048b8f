package segue.kernel.assist;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.tools.JavaFileManager;

/** What the answers need to know of a notebook. Asked from other threads than the one that runs cells. */
public interface NotebookView {
    /** Libraries on disk, classes of cells in memory; safe to use while a cell is compiled. */
    JavaFileManager files();

    List<String> compilerOptions();

    List<Path> classpath();

    /** Packages with a star that are looked in for a name that nothing else explains. */
    List<String> startupPackages();

    /** The class whose public static methods every cell can call. */
    Class<?> functions();

    Set<String> functionNames();

    /** Oldest first. */
    List<Variable> variables();

    List<Method> methods();

    List<Type> types();

    /** Import lines that code with these names needs, but for what it declares itself. */
    Collection<String> importLines(Collection<String> names, Set<String> ownTypes, Set<String> ownMembers);

    /** Where each top-level piece of this code ends. */
    List<Integer> ends(String code);

    /** Whether an import of the notebook, a startup package or {@code java.lang} explains this simple name. */
    boolean knowsType(String simpleName);

    /** Full names of the classes that the notebook's own imports name. */
    List<String> importedTypes();

    /** What a variable holds; empty where it is null or not there. */
    Optional<Object> value(String variable);

    /** @param type as written or inferred */
    record Variable(String name, String type) {}

    /**
     * @param header return type to throws clause
     * @param comment the documentation comment before it, empty where there is none
     */
    record Method(String name, String header, List<String> parameterTypes, String text, String cell, String comment) {}

    /** @param className the full name of its class file's class */
    record Type(String name, String className, String text, String cell, String comment) {}
}
