package segue.kernel.assist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;

/** Classes by simple name: the cell's and the notebook's, imported ones, and those that an import would bring. */
final class TypeProposals {
    /** From how many letters on classes are offered that are not imported. */
    private static final int LETTERS_FOR_OTHERS = 3;

    private static final int MOST_OTHERS = 40;

    private final Attributed code;
    private final NotebookView notebook;
    private final ImportAdvice advice;
    private final Signatures signatures;

    TypeProposals(Attributed code, NotebookView notebook, ImportAdvice advice) {
        this.code = code;
        this.notebook = notebook;
        this.advice = advice;
        this.signatures = new Signatures(code.types);
    }

    /**
     * Classes whose name begins with the prefix; none from packages for an empty one.
     *
     * @param suits which of them make sense here
     */
    List<Proposal> named(String prefix, Collection<String> cellTypes, Predicate<TypeElement> suits, Wanted wanted) {
        List<Proposal> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (String name : cellTypes) {
            code.typeNamed("REPL.Cell$." + name)
                    .ifPresent(type -> add(found, seen, type, Proposal.Nearness.LOCAL, suits, wanted));
        }
        for (NotebookView.Type type : notebook.types()) {
            if (type.name().startsWith(prefix) && seen.add(type.name())) {
                found.add(new Proposal(type.name(), "class", header(type.text()), Proposal.Nearness.OWN));
            }
        }
        for (String name : notebook.importedTypes()) {
            if (simple(name).startsWith(prefix)) {
                code.typeNamed(name)
                        .ifPresent(type -> add(found, seen, type, Proposal.Nearness.IMPORTED, suits, wanted));
            }
        }
        if (!prefix.isEmpty() && Character.isUpperCase(prefix.charAt(0))) {
            fromPackage("java.lang", prefix, found, seen, suits, wanted);
            for (String name : notebook.startupPackages()) {
                fromPackage(name.substring(0, name.length() - 2), prefix, found, seen, suits, wanted);
            }
            if (prefix.length() >= LETTERS_FOR_OTHERS) {
                others(prefix, found, seen, suits);
            }
        }
        return found;
    }

    /** The class that a simple name means in the notebook. */
    Optional<TypeElement> find(String name, Collection<String> cellTypes) {
        if (cellTypes.contains(name)) {
            return code.typeNamed("REPL.Cell$." + name);
        }
        for (String imported : notebook.importedTypes()) {
            if (simple(imported).equals(name)) {
                return code.typeNamed(imported);
            }
        }
        List<String> packages = new ArrayList<>(List.of("java.lang.*"));
        packages.addAll(notebook.startupPackages());
        for (String folder : packages) {
            Optional<TypeElement> type = code.typeNamed(folder.substring(0, folder.length() - 1) + name);
            if (type.isPresent()) {
                return type;
            }
        }
        return advice.choice(name, code).flatMap(code::typeNamed);
    }

    private void fromPackage(
            String name,
            String prefix,
            List<Proposal> found,
            Set<String> seen,
            Predicate<TypeElement> suits,
            Wanted wanted) {
        PackageElement folder = code.elements.getPackageElement(name);
        if (folder != null) {
            for (Element element : folder.getEnclosedElements()) {
                if (matches(element.getSimpleName().toString(), prefix)) {
                    add(found, seen, (TypeElement) element, Proposal.Nearness.IMPORTED, suits, wanted);
                }
            }
        }
    }

    private void others(String prefix, List<Proposal> found, Set<String> seen, Predicate<TypeElement> suits) {
        int added = 0;
        for (String simpleName : advice.beginningWith(prefix)) {
            if (added >= MOST_OTHERS) {
                return;
            }
            if (seen.contains(simpleName)) {
                continue;
            }
            for (String name : advice.candidates(simpleName, code)) {
                TypeElement type = code.elements.getTypeElement(name);
                if (suits.test(type)) {
                    found.add(new Proposal(
                            simpleName,
                            "class",
                            name + (advice.choice(simpleName, code).isPresent() ? "  (the import is added)" : ""),
                            Proposal.Nearness.NOT_IMPORTED));
                    seen.add(simpleName);
                    added++;
                    break;
                }
            }
        }
    }

    private void add(
            List<Proposal> found,
            Set<String> seen,
            TypeElement type,
            Proposal.Nearness nearness,
            Predicate<TypeElement> suits,
            Wanted wanted) {
        String name = type.getSimpleName().toString();
        if (!seen.contains(name) && code.isAccessible(type) && suits.test(type)) {
            seen.add(name);
            found.add(new Proposal(name, "class", signatures.declared(type), nearness, wanted.fits(type.asType())));
        }
    }

    /** What may stand in place of an interface or abstract class after {@code new}: the public classes of its package. */
    List<Proposal> implementing(TypeElement wanted) {
        List<Proposal> found = new ArrayList<>();
        for (Element element : code.elements.getPackageOf(wanted).getEnclosedElements()) {
            if (element instanceof TypeElement type
                    && type.getKind() == ElementKind.CLASS
                    && !type.getModifiers().contains(Modifier.ABSTRACT)
                    && code.isAccessible(type)
                    && code.types.isSubtype(code.types.erasure(type.asType()), code.types.erasure(wanted.asType()))) {
                found.add(new Proposal(
                        type.getSimpleName().toString(),
                        "class",
                        signatures.declared(type),
                        Proposal.Nearness.IMPORTED,
                        true));
            }
        }
        return found;
    }

    static boolean matches(String name, String prefix) {
        return name.startsWith(prefix) || Proposals.matchesWords(name, prefix);
    }

    private static String header(String text) {
        int brace = text.indexOf('{');
        return (brace < 0 ? text : text.substring(0, brace)).strip().replaceAll("\\s+", " ");
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
