package segue.kernel.shell;

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

    private final Function<Collection<String>, Set<String>> choice;

    /** @param choice full names for those simple names that leave no doubt */
    MissingImports(Function<Collection<String>, Set<String>> choice) {
        this.choice = choice;
    }

    /** Knows no classes, so adds nothing. */
    static MissingImports none() {
        return new MissingImports(_ -> Set.of());
    }

    /** Full names of the classes to import, where there is no doubt which. */
    Set<String> addedFor(CompileFailure failure) {
        Set<String> unknown = unknownTypes(failure.problems());
        return unknown.isEmpty() ? Set.of() : choice.apply(unknown);
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
