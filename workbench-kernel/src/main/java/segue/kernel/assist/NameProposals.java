package segue.kernel.assist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Simple names in an expression: variables and methods of the cell, of the notebook, and what every cell can call. */
final class NameProposals {
    private final Attributed code;
    private final NotebookView notebook;
    private final Signatures signatures;
    private final MemberProposals members;

    NameProposals(Attributed code, NotebookView notebook) {
        this.code = code;
        this.notebook = notebook;
        this.signatures = new Signatures(code.types);
        this.members = new MemberProposals(code);
    }

    /** @param declaring the variable whose value stands at the cursor, which is no part of it; empty for none */
    List<Proposal> all(String prefix, Wanted wanted, String declaring) {
        List<Proposal> found = new ArrayList<>();
        Set<String> hidden = new LinkedHashSet<>();
        Map<String, List<ExecutableElement>> methods = new LinkedHashMap<>();
        for (Element element : code.named()) {
            String name = element.getSimpleName().toString();
            if (!Proposals.mayMatch(name, prefix)) {
                continue;
            }
            if (element.getKind() == ElementKind.METHOD) {
                methods.computeIfAbsent(name, _ -> new ArrayList<>()).add((ExecutableElement) element);
            } else if (element.getKind().isVariable()
                    && !name.equals(declaring)
                    && !name.equals("this")
                    && !name.equals("super")
                    && hidden.add(name)) {
                boolean ofObject = element.getEnclosingElement().toString().equals("java.lang.Object");
                found.add(new Proposal(
                        name,
                        element.getKind().isField() ? "field" : "instance",
                        signatures.simple(element.asType()),
                        ofObject ? Proposal.Nearness.OF_OBJECT : Proposal.Nearness.LOCAL,
                        wanted.fits(element.asType())));
            } else if (element instanceof TypeElement type && !Attributed.isWrapper(type)) {
                found.add(members.type(type, Proposal.Nearness.LOCAL));
            }
        }
        methods.forEach((name, overloads) -> {
            boolean ofObject =
                    overloads.getFirst().getEnclosingElement().toString().equals("java.lang.Object");
            Proposal proposal = members.method(name, overloads, null, wanted);
            found.add(new Proposal(
                    proposal.text(),
                    proposal.kind(),
                    proposal.signature(),
                    ofObject ? Proposal.Nearness.OF_OBJECT : Proposal.Nearness.LOCAL,
                    proposal.fits()));
        });
        ownVariables(found, hidden, wanted);
        ownMethods(found, methods.keySet(), wanted);
        functions(found, wanted);
        return found;
    }

    private void ownVariables(List<Proposal> found, Set<String> hidden, Wanted wanted) {
        for (NotebookView.Variable variable : notebook.variables()) {
            if (!hidden.contains(variable.name())) {
                found.add(new Proposal(
                        variable.name(),
                        "instance",
                        simple(variable.type()),
                        Proposal.Nearness.OWN,
                        fits(variable.type(), wanted)));
            }
        }
    }

    private void ownMethods(List<Proposal> found, Set<String> hidden, Wanted wanted) {
        Map<String, List<NotebookView.Method>> byName = new LinkedHashMap<>();
        for (NotebookView.Method method : notebook.methods()) {
            byName.computeIfAbsent(method.name(), _ -> new ArrayList<>()).add(method);
        }
        byName.forEach((name, overloads) -> {
            if (!hidden.contains(name)) {
                NotebookView.Method first = overloads.getFirst();
                boolean bare = overloads.stream()
                        .allMatch(method -> method.parameterTypes().isEmpty());
                String more = overloads.size() == 1 ? "" : "  (+" + (overloads.size() - 1) + " more)";
                found.add(new Proposal(
                        name + (bare ? "()" : "("),
                        "function",
                        arrow(first) + more,
                        Proposal.Nearness.OWN,
                        fits(result(first), wanted)));
            }
        });
    }

    private void functions(List<Proposal> found, Wanted wanted) {
        code.typeNamed(notebook.functions().getName()).ifPresent(type -> {
            Map<String, List<ExecutableElement>> byName = new LinkedHashMap<>();
            for (Element element : type.getEnclosedElements()) {
                String name = element.getSimpleName().toString();
                if (element instanceof ExecutableElement method
                        && notebook.functionNames().contains(name)) {
                    byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(method);
                }
            }
            byName.forEach((name, overloads) -> {
                Proposal proposal = members.method(name, overloads, null, wanted);
                found.add(new Proposal(
                        proposal.text(), proposal.kind(), proposal.signature(), Proposal.Nearness.FUNCTION));
            });
        });
    }

    /** By the written types, since the notebook's variables are not all in the unit. */
    private static boolean fits(String type, Wanted wanted) {
        String erased = type.replaceAll("<.*>", "");
        return wanted.types().stream()
                .map(want -> want.toString().replaceAll("<.*>", ""))
                .anyMatch(want -> want.equals(erased) || simple(want).equals(simple(erased)));
    }

    private static String result(NotebookView.Method method) {
        int name = method.header().indexOf(method.name() + "(");
        return name < 0 ? "" : method.header().substring(0, name).strip();
    }

    private static String arrow(NotebookView.Method method) {
        int open = method.header().indexOf('(');
        int close = method.header().lastIndexOf(')');
        return open < 0 || close < open
                ? method.header()
                : method.header().substring(open, close + 1) + " → " + result(method);
    }

    static String simple(String type) {
        return type.replaceAll("(?<![\\w$])(?:[a-z_]\\w*\\.)+(?=\\p{javaUpperCase})", "");
    }
}
