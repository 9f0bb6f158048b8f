package segue.kernel.shell;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import segue.kernel.assist.ClassIndex;

/** What might have been meant by a name that the compiler does not know. */
final class Suggestions {
    private static final int MOST_IMPORTS = 3;
    private static final String NAME = "([\\p{javaJavaIdentifierPart}]+)";
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(class|variable|method) " + NAME);
    private static final Pattern OF_TYPE =
            Pattern.compile("location:\\s+(?:variable \\S+ of type|class|interface|enum|record|@interface) (\\S+)");
    private static final Pattern IN_PACKAGE = Pattern.compile("location:\\s+package (\\S+)");
    private static final Pattern NAMESAKES =
            Pattern.compile("\\b(?:[\\w.]+\\.)?(\\w+) cannot be converted to (?:[\\w.]+\\.)?\\1\\b(?![<\\[])");
    private static final Pattern NO_PACKAGE = Pattern.compile("package ([\\w.]+) does not exist");

    private static final Pattern LOSSY = Pattern.compile("conversion from \\S+ to (\\w+)");
    private static final Set<String> DECLARING_ELSEWHERE = Set.of("let", "val", "def", "auto", "const");
    private static final Set<String> PRINTING = Set.of("print", "println", "printf");

    private final Collection<String> declared;
    private final ClassLoader loader;
    private final Supplier<ClassIndex> classes;

    /**
     * @param declared names of the notebook
     * @param loader finds the types of whose members a message speaks
     * @param classes asked only where a class is unknown
     */
    Suggestions(Collection<String> declared, ClassLoader loader, Supplier<ClassIndex> classes) {
        this.declared = declared;
        this.loader = loader;
        this.classes = classes;
    }

    /** The name that is unknown, where that is what the message says. */
    static Optional<String> symbol(Problem problem) {
        Matcher matcher = SYMBOL.matcher(problem.message());
        return matcher.find() ? Optional.of(matcher.group(2)) : Optional.empty();
    }

    /** One line, such as {@code did you mean length()?} */
    Optional<String> of(Problem problem) {
        if (problem.message().contains("possible lossy conversion")) {
            Matcher lossy = LOSSY.matcher(problem.message());
            return lossy.find()
                    ? Optional.of("to drop what does not fit: (" + lossy.group(1) + ") before it")
                    : Optional.empty();
        }
        Matcher namesakes = NAMESAKES.matcher(CellNames.readable(problem.message()));
        if (namesakes.find()) {
            return Optional.of(
                    "two classes are called " + namesakes.group(1)
                            + ": run the cell again that declares what uses the earlier one, or name the other with its package");
        }
        if (problem.message().contains("use --enable-preview")) {
            return Optional.of(PreviewFeatures.HOW);
        }
        if (problem.message().startsWith("illegal character: '#'")) {
            return Optional.of("a comment begins with // in Java");
        }
        Matcher missing = NO_PACKAGE.matcher(problem.message());
        if (missing.find()) {
            return packageOrClass(missing.group(1));
        }
        Matcher symbol = SYMBOL.matcher(problem.message());
        if (!symbol.find()) {
            return Optional.empty();
        }
        String kind = symbol.group(1);
        String name = symbol.group(2);
        Matcher inPackage = IN_PACKAGE.matcher(problem.message());
        if (inPackage.find()) {
            return meant(nearest(name, classes.get().in(Set.of(inPackage.group(1)))));
        }
        Matcher ofType = OF_TYPE.matcher(problem.message());
        boolean member = ofType.find() && !ofType.group(1).matches(CellCompiler.PACKAGE + "\\.\\$[0-9_]+");
        if (member && !kind.equals("class")) {
            return member(ofType.group(1), name, kind.equals("method"), problem);
        }
        if (Character.isUpperCase(name.charAt(0)) && !kind.equals("method")) {
            Optional<String> imports = imports(name);
            if (imports.isPresent()) {
                return imports;
            }
        }
        if (kind.equals("class") && DECLARING_ELSEWHERE.contains(name)) {
            return Optional.of("a variable is declared by its type or by var: var x = 3;");
        }
        if (kind.equals("method") && PRINTING.contains(name)) {
            return meant(Optional.of("System.out." + name + "()"));
        }
        Set<String> near = new LinkedHashSet<>(declared);
        near.addAll(names(problem));
        near.remove(name);
        Optional<String> found = nearest(name, near);
        if (Character.isUpperCase(name.charAt(0))
                && found.map(close -> CompileErrors.distance(close, name) > 1).orElse(true)) {
            Set<String> wide = classes.get().in(startupPackages());
            wide.addAll(near);
            found = nearest(name, wide);
        }
        return found.isEmpty() && kind.equals("variable") && isAssigned(problem, name)
                ? Optional.of("a new variable needs its type or var: var " + name + " = …")
                : meant(found);
    }

    private static boolean isAssigned(Problem problem, String name) {
        return problem.cell() != null
                && problem.start() >= 0
                && problem.cell()
                        .code()
                        .substring(problem.start())
                        .matches("(?s)" + Pattern.quote(name) + "\\s*=[^=].*");
    }

    private static Set<String> names(Problem problem) {
        return problem.cell() == null
                ? Set.of()
                : CodeText.names(CodeText.blank(problem.cell().code(), true));
    }

    private static Optional<String> meant(Optional<String> name) {
        return name.map(found -> "did you mean " + found + "?");
    }

    /** What {@code package x does not exist} tells: a mistyped package, or a class without its import. */
    private Optional<String> packageOrClass(String name) {
        if (Character.isUpperCase(name.charAt(0))) {
            Optional<String> imports = imports(name);
            return imports.isPresent() ? imports : meant(nearest(name, declared));
        }
        return meant(nearest(name, classes.get().packages()));
    }

    private Optional<String> imports(String name) {
        List<String> found = classes.get().named(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        boolean inJdk = found.getFirst().startsWith("java");
        List<String> lines = found.stream()
                .filter(full -> !inJdk || full.matches("(javax?|org\\.w3c|org\\.xml)\\..*"))
                .limit(MOST_IMPORTS)
                .map(full -> "import " + full + ";")
                .toList();
        return Optional.of("add " + String.join(" or ", lines));
    }

    private Optional<String> member(String typeName, String name, boolean method, Problem problem) {
        if (typeName.endsWith("[]")) {
            return name.matches("length|size|count")
                    ? Optional.of("the length of an array is .length")
                    : Optional.empty();
        }
        Optional<Class<?>> type = load(typeName.replaceAll("<.*", ""));
        if (type.isEmpty()) {
            Set<String> near = new HashSet<>(names(problem));
            near.remove(name);
            return meant(nearest(name, near));
        }
        Set<String> candidates = new LinkedHashSet<>();
        try {
            for (Class<?> level = type.get(); level != null; level = level.getSuperclass()) {
                boolean own = UnitNames.isCell(level.getName());
                for (Method each : own ? level.getDeclaredMethods() : level.getMethods()) {
                    candidates.add(each.getName() + "()");
                }
                for (Field each : own ? level.getDeclaredFields() : level.getFields()) {
                    candidates.add(each.getName());
                }
            }
        } catch (LinkageError e) {
            return Optional.empty();
        }
        candidates.removeIf(candidate -> candidate.indexOf('$') >= 0);
        String written = method ? name + "()" : name;
        String other = method ? name : name + "()";
        return candidates.contains(other) ? meant(Optional.of(other)) : meant(nearestMember(written, candidates));
    }

    private static Optional<String> nearestMember(String written, Set<String> candidates) {
        Set<String> sameKind = new HashSet<>(candidates);
        sameKind.removeIf(candidate -> candidate.endsWith("()") != written.endsWith("()"));
        String bare = written.replace("()", "");
        Set<String> names = new HashSet<>();
        sameKind.forEach(candidate -> names.add(candidate.replace("()", "")));
        Optional<String> found = nearest(bare, names).map(name -> written.endsWith("()") ? name + "()" : name);
        if (found.isPresent()) {
            return found;
        }
        Set<String> otherKind = new HashSet<>();
        candidates.stream()
                .filter(name -> !sameKind.contains(name))
                .forEach(name -> otherKind.add(name.replace("()", "")));
        return nearest(bare, otherKind).map(name -> written.endsWith("()") ? name : name + "()");
    }

    /** A class by the name that the compiler uses, in which nested ones follow a dot. */
    private Optional<Class<?>> load(String name) {
        String binary = name;
        while (true) {
            try {
                return Optional.of(Class.forName(binary, false, loader));
            } catch (ClassNotFoundException | LinkageError e) {
                int dot = binary.lastIndexOf('.');
                if (dot < 0) {
                    return Optional.empty();
                }
                binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
            }
        }
    }

    private static List<String> startupPackages() {
        List<String> packages = new ArrayList<>(List.of("java.lang"));
        StartupImports.ALL.forEach(line -> packages.add(line.substring(0, line.length() - 2)));
        return packages;
    }

    private static Optional<String> nearest(String name, Collection<String> known) {
        return CompileErrors.nearest(name, known);
    }
}
