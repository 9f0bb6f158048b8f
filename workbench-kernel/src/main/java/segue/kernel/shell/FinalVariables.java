package segue.kernel.shell;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/**
 * Finds assignments to variables that a cell has declared final. The field itself is not final, since it gets its value
 * when its cell runs and not when its class is loaded; so the compiler cannot say it.
 */
final class FinalVariables {
    private final Trees trees;
    private final Set<String> finals;

    FinalVariables(Trees trees, Set<String> finals) {
        this.trees = trees;
        this.finals = finals;
    }

    List<Problem> problems(CompilationUnitTree tree, UnitSource unit) {
        List<Problem> problems = new ArrayList<>();
        SourcePositions positions = trees.getSourcePositions();
        new TreePathScanner<Void, Void>() {
            @Override
            public Void visitAssignment(AssignmentTree assignment, Void unused) {
                if (!unit.isInitial(positions.getStartPosition(tree, assignment))) {
                    check(assignment.getVariable());
                }
                return super.visitAssignment(assignment, unused);
            }

            @Override
            public Void visitCompoundAssignment(CompoundAssignmentTree assignment, Void unused) {
                check(assignment.getVariable());
                return super.visitCompoundAssignment(assignment, unused);
            }

            @Override
            public Void visitUnary(UnaryTree unary, Void unused) {
                switch (unary.getKind()) {
                    case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                        check(unary.getExpression());
                    default -> {}
                }
                return super.visitUnary(unary, unused);
            }

            private void check(ExpressionTree target) {
                Element element = trees.getElement(new TreePath(getCurrentPath(), target));
                if (element != null && isFinal(element)) {
                    problems.add(new Problem(
                            unit,
                            unit.cell,
                            unit.toCell(positions.getStartPosition(tree, target)),
                            unit.toCell(positions.getEndPosition(tree, target)),
                            "compiler.err.cant.assign.val.to.var",
                            "cannot assign a value to final variable " + element.getSimpleName()
                                    + "\n  declare it anew to change it: final … " + element.getSimpleName()
                                    + " = …;"));
                }
            }
        }.scan(tree, null);
        return problems;
    }

    private boolean isFinal(Element element) {
        return element.getKind() == ElementKind.FIELD
                && finals.contains(element.getSimpleName().toString())
                && element.getEnclosingElement().toString().matches(CellCompiler.PACKAGE + "\\.\\$[0-9_]+");
    }
}
