package segue.kernel.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Imports that a cell lacks, by what the compiler says of it. */
final class MissingImports {
    private static final Pattern UNKNOWN =
            Pattern.compile("symbol:\\s+(?:class|variable) (\\p{javaUpperCase}[\\p{javaJavaIdentifierPart}]*)\\s"
                    + "|package (\\p{javaUpperCase}[\\p{javaJavaIdentifierPart}]*) does not exist");
    private static final int MOST_SHOWN = 6;

    private final Function<Collection<String>, Set<String>> choice;
    private final Function<String, List<String>> candidates;

    /**
     * @param choice full names for those simple names that leave no doubt
     * @param candidates full names of all classes with a simple name
     */
    MissingImports(Function<Collection<String>, Set<String>> choice, Function<String, List<String>> candidates) {
        this.choice = choice;
        this.candidates = candidates;
    }

    /** Knows no classes, so adds nothing. */
    static MissingImports none() {
        return new MissingImports(_ -> Set.of(), _ -> List.of());
    }

    /** Full names of the classes to import, where there is no doubt which. */
    Set<String> addedFor(CompileFailure failure) {
        Set<String> unknown = unknownTypes(failure.problems());
        return unknown.isEmpty() ? Set.of() : choice.apply(unknown);
    }

    /** The error, and below it the imports among which the person has to choose. */
    CellResult.Failed withChoices(CellResult.Failed failed, List<Problem> problems) {
        List<String> lines = new ArrayList<>(failed.traceback());
        for (String name : unknownTypes(problems)) {
            List<String> found = candidates.apply(name);
            if (!found.isEmpty()) {
                lines.add(name + (found.size() == 1 ? " may be" : " may be one of these")
                        + "; say which with an import:");
                found.stream().limit(MOST_SHOWN).forEach(full -> lines.add("    import " + full + ";"));
                if (found.size() > MOST_SHOWN) {
                    lines.add("    … and " + (found.size() - MOST_SHOWN) + " more");
                }
            }
        }
        return new CellResult.Failed(failed.name(), failed.message(), lines);
    }

    private static Set<String> unknownTypes(List<Problem> problems) {
        Set<String> names = new LinkedHashSet<>();
        for (Problem problem : problems) {
            Matcher matcher = UNKNOWN.matcher(problem.message() + "\n");
            if (matcher.find()) {
                names.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            }
        }
        return names;
    }
}
