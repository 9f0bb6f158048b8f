package segue.kernel.assist;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The types that an expression may have where it stands; none where any will do. */
final class Wanted {
    private final Attributed code;
    private final List<TypeMirror> wanted = new ArrayList<>();

    Wanted(Attributed code, TreePath expression) {
        this.code = code;
        find(expression);
        wanted.removeIf(type -> type == null
                || type.getKind() == TypeKind.ERROR
                || type.getKind() == TypeKind.NONE
                || type.toString().equals("java.lang.Object"));
    }

    boolean isKnown() {
        return !wanted.isEmpty();
    }

    List<TypeMirror> types() {
        return wanted;
    }

    boolean fits(TypeMirror type) {
        if (wanted.isEmpty() || type == null || type.getKind() == TypeKind.VOID || type.getKind() == TypeKind.ERROR) {
            return false;
        }
        TypeMirror erased = code.types.erasure(type);
        return wanted.stream().anyMatch(want -> {
            if (want.getKind() == TypeKind.TYPEVAR) {
                return false;
            }
            TypeMirror target = code.types.erasure(want);
            return target.getKind() == TypeKind.VOID
                    ? type.getKind() == TypeKind.VOID
                    : type.getKind() != TypeKind.TYPEVAR && code.types.isAssignable(erased, target);
        });
    }

    private void find(TreePath path) {
        TreePath parent = path.getParentPath();
        if (parent == null) {
            return;
        }
        Tree leaf = path.getLeaf();
        switch (parent.getLeaf()) {
            case VariableTree variable
            when variable.getInitializer() == leaf -> {
                if (variable.getType() != null) {
                    wanted.add(code.type(new TreePath(parent, variable.getType())));
                }
            }
            case AssignmentTree assignment
            when assignment.getExpression() == leaf ->
                wanted.add(code.type(new TreePath(parent, assignment.getVariable())));
            case ReturnTree _ -> returned(parent);
            case ParenthesizedTree _ -> find(parent);
            case IfTree _, WhileLoopTree _ -> wanted.add(code.types.getPrimitiveType(TypeKind.BOOLEAN));
            case ConditionalExpressionTree choice
            when choice.getCondition() == leaf -> wanted.add(code.types.getPrimitiveType(TypeKind.BOOLEAN));
            case ConditionalExpressionTree _ -> find(parent);
            case EnhancedForLoopTree loop
            when loop.getExpression() == leaf ->
                code.typeNamed("java.lang.Iterable").ifPresent(type -> wanted.add(type.asType()));
            case ThrowTree _ -> code.typeNamed("java.lang.Throwable").ifPresent(type -> wanted.add(type.asType()));
            case MethodInvocationTree call
            when call.getArguments().contains(leaf) -> argument(methods(parent, call), call.getArguments(), leaf, null);
            case NewClassTree creation
            when creation.getArguments().contains(leaf) -> {
                TypeMirror type = code.type(new TreePath(parent, creation.getIdentifier()));
                if (type instanceof DeclaredType declared) {
                    argument(constructors(declared), creation.getArguments(), leaf, declared);
                }
            }
            default -> {}
        }
    }

    private void returned(TreePath path) {
        for (TreePath at = path; at != null; at = at.getParentPath()) {
            if (at.getLeaf() instanceof LambdaExpressionTree) {
                return;
            }
            if (at.getLeaf() instanceof MethodTree method) {
                if (method.getReturnType() != null) {
                    wanted.add(code.type(new TreePath(at, method.getReturnType())));
                }
                return;
            }
        }
    }

    private void argument(
            List<? extends Element> methods,
            List<? extends ExpressionTree> arguments,
            Tree leaf,
            DeclaredType receiver) {
        int index = arguments.indexOf(leaf);
        for (Element element : methods) {
            ExecutableElement method = (ExecutableElement) element;
            List<? extends VariableElement> parameters = method.getParameters();
            if (index < parameters.size()) {
                TypeMirror type = parameters.get(index).asType();
                if (receiver != null) {
                    type = ((ExecutableType) code.types.asMemberOf(receiver, method))
                            .getParameterTypes()
                            .get(index);
                }
                wanted.add(type);
            }
        }
    }

    private List<? extends Element> constructors(DeclaredType type) {
        return type.asElement().getEnclosedElements().stream()
                .filter(element -> element.getKind() == ElementKind.CONSTRUCTOR)
                .toList();
    }

    private List<? extends Element> methods(TreePath path, MethodInvocationTree call) {
        TreePath select = new TreePath(path, call.getMethodSelect());
        return new Calls(code)
                .overloads(select).stream().map(Calls.Overload::method).toList();
    }

    /** The type itself, where one is wanted that is a class or interface. */
    List<TypeElement> elements() {
        return wanted.stream()
                .filter(DeclaredType.class::isInstance)
                .map(type -> (TypeElement) ((DeclaredType) type).asElement())
                .toList();
    }
}
