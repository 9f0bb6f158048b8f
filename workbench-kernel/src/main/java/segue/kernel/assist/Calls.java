package segue.kernel.assist;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** The methods that a call may mean by its name alone. */
final class Calls {
    private final Attributed code;

    Calls(Attributed code) {
        this.code = code;
    }

    /** @param receiver the type it is called on, or null */
    record Overload(ExecutableElement method, TypeMirror receiver) {}

    /** @param select what stands before the parenthesis */
    List<Overload> overloads(TreePath select) {
        List<Overload> found = new ArrayList<>();
        if (select.getLeaf() instanceof MemberSelectTree member) {
            Receiver receiver = Receiver.of(code, new TreePath(select, member.getExpression()));
            for (Element element : receiver.members()) {
                add(found, element, member.getIdentifier(), receiver.type());
            }
        } else if (select.getLeaf() instanceof IdentifierTree identifier) {
            for (Element element : code.named()) {
                add(found, element, identifier.getName(), null);
            }
            Element known = code.trees.getElement(select);
            if (found.isEmpty() && known instanceof ExecutableElement method) {
                for (Element element : method.getEnclosingElement().getEnclosedElements()) {
                    add(found, element, identifier.getName(), null);
                }
            }
        }
        return found;
    }

    private static void add(List<Overload> found, Element element, CharSequence name, TypeMirror receiver) {
        if (element.getKind() == ElementKind.METHOD && element.getSimpleName().contentEquals(name)) {
            found.add(new Overload((ExecutableElement) element, receiver));
        }
    }
}
