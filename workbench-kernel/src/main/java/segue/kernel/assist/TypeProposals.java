package segue.kernel.assist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** Classes by simple name: the cell's and the notebook's, imported ones, and those that an import would bring. */
final class TypeProposals {
    /** From how many letters on classes are offered that are not imported. */
    private static final int LETTERS_FOR_OTHERS = 3;

    private static final int MOST_OTHERS = 30;
    /** Classes that most code uses. */
    private static final Set<String> FAMILIAR = Set.of(
            "ArrayList",
            "Arrays",
            "Catalog",
            "Collectors",
            "Comparator",
            "Double",
            "Duration",
            "Exception",
            "Files",
            "HashMap",
            "HashSet",
            "IO",
            "IllegalArgumentException",
            "IllegalStateException",
            "IntStream",
            "Integer",
            "List",
            "LocalDate",
            "Long",
            "Map",
            "Math",
            "Object",
            "Optional",
            "Override",
            "Path",
            "Random",
            "RuntimeException",
            "Set",
            "Stream",
            "String",
            "StringBuilder",
            "System",
            "Table",
            "Thread");

    private final Attributed code;
    private final NotebookView notebook;
    private final ImportAdvice advice;
    private final Collection<String> cellTypes;
    private final List<Proposal> found = new ArrayList<>();
    private final Set<String> seen = new LinkedHashSet<>();

    TypeProposals(CellReader.Reading reading, NotebookView notebook, ImportAdvice advice) {
        this.code = reading.code();
        this.cellTypes = reading.cellTypes();
        this.notebook = notebook;
        this.advice = advice;
    }

    /**
     * Classes whose name begins with the prefix; for an empty one none from packages.
     *
     * @param suits which of them make sense here
     */
    List<Proposal> named(String prefix, Predicate<TypeFacts> suits, Wanted wanted) {
        found.clear();
        seen.clear();
        for (String name : cellTypes) {
            code.typeNamed("REPL.Cell$." + name)
                    .ifPresent(type -> add(TypeFacts.of(type, code), Proposal.Nearness.LOCAL, suits, wanted));
        }
        for (NotebookView.Type type : notebook.types()) {
            if (matches(type.name(), prefix)) {
                code.typeNamed(type.className())
                        .ifPresent(own -> add(TypeFacts.of(own, code), Proposal.Nearness.OWN, suits, wanted));
            }
        }
        for (String name : notebook.importedTypes()) {
            if (matches(simple(name), prefix)) {
                advice.facts(name, code).ifPresent(facts -> add(facts, Proposal.Nearness.IMPORTED, suits, wanted));
            }
        }
        if (!prefix.isEmpty() && Character.isUpperCase(prefix.charAt(0))) {
            fromPackages(prefix, suits, wanted);
        }
        return found;
    }

    private void fromPackages(String prefix, Predicate<TypeFacts> suits, Wanted wanted) {
        Set<String> imported = new LinkedHashSet<>(packages());
        List<String> others = new ArrayList<>();
        Optional<ClassIndex> index = advice.soon();
        for (String simpleName : advice.beginningWith(prefix)) {
            int before = found.size();
            for (String name : index.orElseThrow().named(simpleName)) {
                if (imported.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
                    advice.facts(name, code)
                            .filter(TypeFacts::isPublic)
                            .ifPresent(facts -> add(facts, Proposal.Nearness.IMPORTED, suits, wanted));
                }
            }
            if (found.size() == before && !seen.contains(simpleName)) {
                others.add(simpleName);
            }
        }
        if (prefix.length() >= LETTERS_FOR_OTHERS) {
            others(others, suits);
        }
    }

    private void others(List<String> simpleNames, Predicate<TypeFacts> suits) {
        List<Proposal> near = new ArrayList<>();
        List<Proposal> far = new ArrayList<>();
        for (String simpleName : simpleNames) {
            if (near.size() >= MOST_OTHERS) {
                break;
            }
            boolean preferred = advice.soon().stream()
                    .flatMap(index -> index.named(simpleName).stream())
                    .anyMatch(ImportAdvice::isPreferred);
            if (!preferred && far.size() >= MOST_OTHERS) {
                continue;
            }
            List<TypeFacts> candidates = advice.candidates(simpleName, code);
            if (!candidates.isEmpty() && suits.test(candidates.getFirst())) {
                String note = ImportAdvice.choice(candidates).isPresent() ? "  (the import is added)" : "";
                (preferred ? near : far)
                        .add(new Proposal(
                                simpleName,
                                "class",
                                candidates.getFirst().fullName() + note,
                                preferred ? Proposal.Nearness.NOT_IMPORTED : Proposal.Nearness.FAR));
            }
        }
        found.addAll(near);
        found.addAll(far.subList(0, Math.min(far.size(), MOST_OTHERS - near.size())));
    }

    private void add(TypeFacts facts, Proposal.Nearness nearness, Predicate<TypeFacts> suits, Wanted wanted) {
        String name = facts.simpleName();
        if (suits.test(facts) && seen.add(name)) {
            boolean familiar = nearness == Proposal.Nearness.IMPORTED && FAMILIAR.contains(name);
            boolean fits = wanted.isKnown()
                    && code.typeNamed(facts.fullName())
                            .map(type -> wanted.fits(type.asType()))
                            .orElse(false);
            found.add(new Proposal(
                    name, "class", facts.signature(), familiar ? Proposal.Nearness.FAMILIAR : nearness, fits));
        }
    }

    /** What may stand for an interface or abstract class after {@code new}: the public classes of its package. */
    List<Proposal> implementing(TypeElement wanted) {
        List<Proposal> suitable = new ArrayList<>();
        String folder = code.elements.getPackageOf(wanted).getQualifiedName().toString();
        for (Element element : code.inPackage(folder)) {
            if (element instanceof TypeElement type
                    && code.types.isSubtype(code.types.erasure(type.asType()), code.types.erasure(wanted.asType()))) {
                TypeFacts facts = TypeFacts.of(type, code);
                if (facts.isMakeable() && facts.isPublic()) {
                    suitable.add(new Proposal(
                            facts.simpleName(), "class", facts.signature(), Proposal.Nearness.IMPORTED, true));
                }
            }
        }
        return suitable;
    }

    /** The class that a simple name means in the notebook. */
    Optional<TypeElement> find(String name) {
        if (cellTypes.contains(name)) {
            return code.typeNamed("REPL.Cell$." + name);
        }
        for (String imported : notebook.importedTypes()) {
            if (simple(imported).equals(name)) {
                return code.typeNamed(imported);
            }
        }
        for (String folder : packages()) {
            Optional<TypeElement> type = code.typeNamed(folder + "." + name);
            if (type.isPresent()) {
                return type;
            }
        }
        return advice.choice(name, code).flatMap(code::typeNamed);
    }

    /** Packages whose classes need no import of their own. */
    private List<String> packages() {
        List<String> packages = new ArrayList<>(List.of("java.lang"));
        for (String line : notebook.startupPackages()) {
            packages.add(line.substring(0, line.length() - ".*".length()));
        }
        return packages;
    }

    static boolean matches(String name, String prefix) {
        return name.startsWith(prefix) || Proposals.matchesWords(name, prefix);
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
