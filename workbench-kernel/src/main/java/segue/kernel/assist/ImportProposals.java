package segue.kernel.assist;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Packages, their classes, and static members of classes, by their dotted name. */
final class ImportProposals {
    private final Attributed code;
    private final ImportAdvice advice;

    ImportProposals(Attributed code, ImportAdvice advice) {
        this.code = code;
        this.advice = advice;
    }

    /**
     * @param qualifier what stands before the last dot, empty for none
     * @param isStatic whether members may follow a class
     */
    List<Proposal> after(String qualifier, String prefix, boolean isStatic, boolean star) {
        List<Proposal> found = new ArrayList<>();
        Optional<ClassIndex> index = advice.soon();
        if (index.isEmpty()) {
            return found;
        }
        found.addAll(packages(index.get(), qualifier));
        if (!qualifier.isEmpty()) {
            Signatures signatures = new Signatures(code.types);
            for (String name : index.get().in(List.of(qualifier))) {
                if (TypeProposals.matches(name, prefix)) {
                    code.typeNamed(qualifier + "." + name)
                            .filter(type -> type.getModifiers().contains(Modifier.PUBLIC))
                            .ifPresent(type -> found.add(
                                    new Proposal(name, "class", signatures.named(type), Proposal.Nearness.IMPORTED)));
                }
            }
            code.typeNamed(qualifier).ifPresent(type -> members(type, isStatic, found));
            if (star && prefix.isEmpty() && index.get().packages().contains(qualifier)) {
                found.add(new Proposal("*", "keyword", "every class of the package", Proposal.Nearness.KEYWORD));
            }
        }
        return found;
    }

    private static void members(TypeElement type, boolean isStatic, List<Proposal> found) {
        Set<String> seen = new LinkedHashSet<>();
        for (Element member : type.getEnclosedElements()) {
            boolean nested = member instanceof TypeElement;
            boolean wanted = member.getModifiers().contains(Modifier.STATIC) && (nested || isStatic) || nested;
            String name = member.getSimpleName().toString();
            if (wanted && member.getModifiers().contains(Modifier.PUBLIC) && seen.add(name)) {
                String kind = nested ? "class" : member.getKind() == ElementKind.METHOD ? "function" : "field";
                found.add(new Proposal(name, kind, member.toString(), Proposal.Nearness.MEMBER));
            }
        }
    }

    /** The next part of each package below the qualifier. */
    static List<Proposal> packages(ClassIndex index, String qualifier) {
        String prefix = qualifier.isEmpty() ? "" : qualifier + ".";
        Set<String> parts = new LinkedHashSet<>();
        for (String name : index.packages()) {
            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                parts.add(name.substring(prefix.length()).split("\\.")[0]);
            }
        }
        return parts.stream()
                .map(part -> new Proposal(part, "module", prefix + part, Proposal.Nearness.IMPORTED))
                .toList();
    }
}
