package segue.kernel.assist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** What can follow a dot or a double colon. */
final class MemberProposals {
    private static final Set<String> OF_OBJECT =
            Set.of("clone", "equals", "finalize", "getClass", "hashCode", "notify", "notifyAll", "toString", "wait");

    private final Attributed code;
    private final Signatures signatures;

    MemberProposals(Attributed code) {
        this.code = code;
        this.signatures = new Signatures(code.types);
    }

    List<Proposal> afterDot(Receiver receiver, String prefix, Wanted wanted) {
        List<Proposal> found = new ArrayList<>();
        if (receiver.isArray() && !receiver.isType()) {
            boolean fits = wanted.fits(code.types.getPrimitiveType(javax.lang.model.type.TypeKind.INT));
            found.add(new Proposal("length", "field", "int", Proposal.Nearness.MEMBER, fits));
            found.add(new Proposal(
                    "clone()", "function", "() → " + signatures.simple(receiver.type()), Proposal.Nearness.MEMBER));
        }
        Map<String, List<ExecutableElement>> methods = new LinkedHashMap<>();
        for (Element member : receiver.members()) {
            boolean ofClass = member.getModifiers().contains(Modifier.STATIC);
            boolean type = member.getKind().isClass() || member.getKind().isInterface();
            if (receiver.isType() != (ofClass || type)
                    || !Proposals.mayMatch(member.getSimpleName().toString(), prefix)) {
                continue;
            }
            if (member.getKind() == ElementKind.METHOD) {
                methods.computeIfAbsent(member.getSimpleName().toString(), _ -> new ArrayList<>())
                        .add((ExecutableElement) member);
            } else if (type) {
                found.add(type((TypeElement) member, nearness(member, receiver.type())));
            } else if (member.getKind().isField()) {
                found.add(field(member, receiver.type(), wanted));
            }
        }
        methods.forEach((name, overloads) -> found.add(method(name, overloads, receiver.type(), wanted)));
        if (receiver.isType()) {
            found.add(new Proposal("class", "keyword", "Class", Proposal.Nearness.KEYWORD));
        }
        return found;
    }

    List<Proposal> afterDoubleColon(Receiver receiver, String prefix) {
        List<Proposal> found = new ArrayList<>();
        Map<String, List<ExecutableElement>> methods = new LinkedHashMap<>();
        for (Element member : receiver.members()) {
            if (member.getKind() == ElementKind.METHOD
                    && Proposals.mayMatch(member.getSimpleName().toString(), prefix)
                    && (receiver.isType() || !member.getModifiers().contains(Modifier.STATIC))) {
                methods.computeIfAbsent(member.getSimpleName().toString(), _ -> new ArrayList<>())
                        .add((ExecutableElement) member);
            }
        }
        methods.forEach((name, overloads) ->
                found.add(method(name, overloads, receiver.type(), null).withText(name)));
        if (receiver.isType()) {
            found.add(new Proposal("new", "keyword", "constructor", Proposal.Nearness.KEYWORD));
        }
        return found;
    }

    Proposal method(String name, List<ExecutableElement> overloads, TypeMirror receiver, Wanted wanted) {
        ExecutableElement first = overloads.getFirst();
        boolean bare =
                overloads.stream().allMatch(method -> method.getParameters().isEmpty());
        String more = overloads.size() == 1
                ? ""
                : "  (+" + (overloads.size() - 1) + (overloads.size() == 2 ? " overload)" : " overloads)");
        boolean fits = wanted != null && overloads.stream().anyMatch(method -> wanted.fits(seen(method, receiver)));
        return new Proposal(
                name + (bare ? "()" : "("),
                "function",
                signatures.arrow(first, receiver) + more,
                nearness(first, receiver),
                fits);
    }

    private TypeMirror seen(ExecutableElement method, TypeMirror receiver) {
        if (receiver instanceof javax.lang.model.type.DeclaredType declared
                && !method.getModifiers().contains(Modifier.STATIC)) {
            try {
                return ((javax.lang.model.type.ExecutableType) code.types.asMemberOf(declared, method)).getReturnType();
            } catch (IllegalArgumentException e) {
                return method.getReturnType();
            }
        }
        return method.getReturnType();
    }

    private Proposal field(Element field, TypeMirror receiver, Wanted wanted) {
        return new Proposal(
                field.getSimpleName().toString(),
                "field",
                signatures.simple(field.asType()),
                nearness(field, receiver),
                wanted.fits(field.asType()));
    }

    Proposal type(TypeElement type, Proposal.Nearness nearness) {
        return new Proposal(type.getSimpleName().toString(), "class", signatures.named(type), nearness);
    }

    private static Proposal.Nearness nearness(Element member, TypeMirror receiver) {
        Element owner = member.getEnclosingElement();
        if (OF_OBJECT.contains(member.getSimpleName().toString())) {
            return Proposal.Nearness.OF_OBJECT;
        }
        boolean own = receiver instanceof javax.lang.model.type.DeclaredType declared
                && declared.asElement().equals(owner);
        return own ? Proposal.Nearness.MEMBER : Proposal.Nearness.INHERITED;
    }
}
