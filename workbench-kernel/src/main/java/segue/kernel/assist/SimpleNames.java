package segue.kernel.assist;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WildcardTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** What a name without a dot can be, by where it stands. */
final class SimpleNames {
    private static final Set<String> STATEMENT_STARTS = Set.of(";", "{", "}", ")", "else", "do", "->", ":");

    private final Attributed code;
    private final TreePath marker;
    private final List<Token> before;
    private final NotebookView notebook;
    private final TypeProposals types;

    SimpleNames(
            CellReader.Reading reading,
            NotebookView notebook,
            ImportAdvice advice,
            TreePath marker,
            List<Token> before) {
        this.code = reading.code();
        this.marker = marker;
        this.before = before;
        this.notebook = notebook;
        this.types = new TypeProposals(reading, notebook, advice);
    }

    List<Proposal> all(String prefix, Wanted wanted) {
        Tree parent = marker.getParentPath().getLeaf();
        return switch (parent) {
            case AnnotationTree annotation
            when annotation.getAnnotationType() == marker.getLeaf() -> types(prefix, TypeFacts::isAnnotation, wanted);
            case AnnotationTree _ -> annotationArguments(marker.getParentPath(), prefix, wanted);
            case AssignmentTree _
            when marker.getParentPath().getParentPath().getLeaf() instanceof AnnotationTree ->
                annotationArguments(marker.getParentPath().getParentPath(), prefix, wanted);
            case CaseTree _, ConstantCaseLabelTree _ -> caseLabels(prefix, wanted);
            default -> isCaseList() ? caseLabels(prefix, wanted) : byPlace(prefix, parent, wanted);
        };
    }

    private boolean isCaseList() {
        Token last = before.isEmpty() ? null : before.getLast();
        return last != null && last.is("case");
    }

    private List<Proposal> byPlace(String prefix, Tree parent, Wanted wanted) {
        boolean created = parent instanceof NewClassTree tree && tree.getIdentifier() == marker.getLeaf();
        if (created || isIn(parent, NewClassTree.class) || endsWith("new")) {
            return created(prefix);
        }
        if (endsWith("instanceof") || parent instanceof InstanceOfTree) {
            return types(prefix, _ -> true, wanted);
        }
        if (endsWith("throws") || isCatch(parent) || parent instanceof MethodTree && lists("throws")) {
            return types(prefix, TypeFacts::throwable, wanted);
        }
        if (isType(parent)) {
            List<Proposal> found = new ArrayList<>(types(prefix, suitable(parent), wanted));
            boolean statement = parent instanceof VariableTree && beginsStatement();
            found.addAll(
                    statement
                            ? Keywords.beginningStatement()
                            : parent instanceof ClassTree ? List.of() : Keywords.types());
            if (statement) {
                found.addAll(new NameProposals(code, notebook).all(prefix, wanted, declaring()));
            }
            return found;
        }
        List<Proposal> found = new ArrayList<>(new NameProposals(code, notebook).all(prefix, wanted, declaring()));
        found.addAll(types.named(prefix, _ -> true, wanted));
        if (!prefix.isEmpty()) {
            found.addAll(beginsStatement() ? Keywords.beginningStatement() : Keywords.inExpression());
            found.addAll(inSwitch() && beginsStatement() ? Keywords.named("case", "default") : List.of());
            found.addAll(packages());
        }
        return found;
    }

    /** Packages in which a full name can begin. */
    private static List<Proposal> packages() {
        return List.of("java", "javax", "jdk", "segue", "tech", "org").stream()
                .map(name -> new Proposal(name, "module", "package", Proposal.Nearness.NOT_IMPORTED))
                .toList();
    }

    private String declaring() {
        for (TreePath at = marker; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof VariableTree variable) {
                return variable.getName().toString();
            }
            if (at.getLeaf() instanceof BlockTree || at.getLeaf() instanceof LambdaExpressionTree) {
                return "";
            }
        }
        return "";
    }

    private boolean inSwitch() {
        for (TreePath at = marker; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof SwitchTree || at.getLeaf() instanceof SwitchExpressionTree) {
                return true;
            }
        }
        return false;
    }

    private boolean beginsStatement() {
        return before.isEmpty()
                || STATEMENT_STARTS.contains(before.getLast().text())
                || Chunk.MODIFIERS.contains(before.getLast().text());
    }

    private boolean endsWith(String word) {
        return !before.isEmpty() && before.getLast().is(word);
    }

    private boolean lists(String word) {
        for (int i = before.size() - 1; i >= 0; i--) {
            if (before.get(i).is(word)) {
                return true;
            }
            if (!before.get(i).isWord()
                    && !before.get(i).is(",")
                    && !before.get(i).is(".")) {
                return false;
            }
        }
        return false;
    }

    private boolean isCatch(Tree parent) {
        TreePath above = marker.getParentPath().getParentPath();
        return parent instanceof VariableTree && above.getLeaf() instanceof CatchTree
                || parent instanceof UnionTypeTree;
    }

    private boolean isIn(Tree parent, Class<? extends Tree> kind) {
        return parent instanceof ParameterizedTypeTree parameterized
                && parameterized.getType() == marker.getLeaf()
                && kind.isInstance(marker.getParentPath().getParentPath().getLeaf());
    }

    private boolean isType(Tree parent) {
        Tree leaf = marker.getLeaf();
        return switch (parent) {
            case VariableTree variable -> variable.getType() == leaf;
            case MethodTree method -> method.getReturnType() == leaf;
            case TypeCastTree cast -> cast.getType() == leaf;
            case ParameterizedTypeTree _,
                    WildcardTree _,
                    TypeParameterTree _,
                    ArrayTypeTree _,
                    AnnotatedTypeTree _,
                    UnionTypeTree _,
                    ClassTree _ -> true;
            default -> isTypeArgument();
        };
    }

    /** {@code Map<Str}: the parser takes it for a comparison. */
    private boolean isTypeArgument() {
        int depth = 0;
        for (int i = before.size() - 1; i >= 0; i--) {
            Token token = before.get(i);
            if (token.is(">")) {
                depth++;
            } else if (token.is("<") && depth-- == 0) {
                return i > 0
                        && before.get(i - 1).isWord()
                        && Character.isUpperCase(before.get(i - 1).text().charAt(0))
                        && before.get(i - 1).text().chars().anyMatch(Character::isLowerCase);
            } else if (!token.isWord() && !token.is(",") && !token.is(".") && !token.is("?")) {
                return false;
            }
        }
        return false;
    }

    private Predicate<TypeFacts> suitable(Tree parent) {
        boolean extended = lists("extends");
        if (parent instanceof ClassTree type) {
            boolean interfaces = lists("implements") || type.getKind() == Tree.Kind.INTERFACE;
            return facts -> interfaces ? facts.isInterface() : !extended || facts.isExtendable();
        }
        return _ -> true;
    }

    private List<Proposal> created(String prefix) {
        TreePath creation = marker;
        while (creation != null && !(creation.getLeaf() instanceof NewClassTree)) {
            creation = creation.getParentPath();
        }
        Wanted wanted = new Wanted(code, creation == null ? marker : creation);
        boolean thrown = before.size() >= 2 && before.get(before.size() - 2).is("throw");
        Predicate<TypeFacts> makeable = facts -> facts.isMakeable() && (!thrown || facts.throwable());
        List<Proposal> found = new ArrayList<>(types(prefix, makeable, wanted));
        for (TypeElement type : wanted.elements()) {
            boolean throwable = type.toString().equals("java.lang.Throwable");
            if (!throwable || !prefix.isEmpty()) {
                found.addAll(types.implementing(type));
            }
        }
        if (!thrown && !prefix.isEmpty()) {
            found.addAll(types(prefix, TypeFacts::isInterface, wanted));
            found.addAll(Keywords.types());
        }
        return found;
    }

    private List<Proposal> types(String prefix, Predicate<TypeFacts> suits, Wanted wanted) {
        return types.named(prefix, suits, wanted);
    }

    private List<Proposal> annotationArguments(TreePath path, String prefix, Wanted wanted) {
        List<Proposal> found = new ArrayList<>();
        AnnotationTree annotation = (AnnotationTree) path.getLeaf();
        if (code.element(new TreePath(path, annotation.getAnnotationType())) instanceof TypeElement type) {
            for (Element member : type.getEnclosedElements()) {
                if (member instanceof ExecutableElement method) {
                    found.add(new Proposal(
                            method.getSimpleName() + " = ",
                            "property",
                            new Signatures(code.types).simple(method.getReturnType()),
                            Proposal.Nearness.LOCAL));
                }
            }
        }
        if (!prefix.isEmpty()) {
            found.addAll(types(prefix, _ -> true, wanted));
        }
        return found;
    }

    private List<Proposal> caseLabels(String prefix, Wanted wanted) {
        List<Proposal> found = new ArrayList<>(CaseLabels.at(code, marker));
        if (found.isEmpty()) {
            found.addAll(types(prefix, _ -> true, wanted));
            found.addAll(new NameProposals(code, notebook).all(prefix, wanted, declaring()));
        }
        found.addAll(Keywords.named("null", "default"));
        return found;
    }
}
