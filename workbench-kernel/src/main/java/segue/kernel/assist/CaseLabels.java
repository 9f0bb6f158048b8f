package segue.kernel.assist;

import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** What the value of a switch can be: the constants of an enum, the subtypes of a sealed type. */
final class CaseLabels {
    private CaseLabels() {}

    /** Those of the switch around a place; none where any value will do. */
    static List<Proposal> at(Attributed code, TreePath place) {
        List<Proposal> found = new ArrayList<>();
        if (!(selector(code, place) instanceof DeclaredType declared)) {
            return found;
        }
        TypeElement type = (TypeElement) declared.asElement();
        for (Element member : type.getEnclosedElements()) {
            if (member.getKind() == ElementKind.ENUM_CONSTANT) {
                found.add(new Proposal(
                        member.getSimpleName().toString(),
                        "field",
                        type.getSimpleName().toString(),
                        Proposal.Nearness.LOCAL,
                        true));
            }
        }
        Signatures signatures = new Signatures(code.types);
        for (TypeMirror permitted : type.getPermittedSubclasses()) {
            TypeElement subtype = (TypeElement) ((DeclaredType) permitted).asElement();
            found.add(new Proposal(
                    subtype.getSimpleName().toString(),
                    "class",
                    signatures.named(subtype),
                    Proposal.Nearness.LOCAL,
                    true));
        }
        return found;
    }

    private static TypeMirror selector(Attributed code, TreePath place) {
        for (TreePath at = place; at != null; at = at.getParentPath()) {
            Tree expression = switch (at.getLeaf()) {
                case SwitchTree statement -> statement.getExpression();
                case SwitchExpressionTree value -> value.getExpression();
                default -> null;
            };
            if (expression instanceof ParenthesizedTree parenthesized) {
                return code.type(new TreePath(new TreePath(at, parenthesized), parenthesized.getExpression()));
            }
        }
        return null;
    }
}
