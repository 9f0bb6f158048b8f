package segue.kernel.assist;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Optional;
import segue.kernel.magics.Magics;

/** Says how a cell can go on at the cursor. */
public final class Completer {
    private final CellReader reader;
    private final NotebookView notebook;
    private final ImportAdvice advice;
    private final MagicProposals magics;

    Completer(CellReader reader, NotebookView notebook, ImportAdvice advice, Magics magics) {
        this.reader = reader;
        this.notebook = notebook;
        this.advice = advice;
        this.magics = new MagicProposals(magics);
    }

    /**
     * @param proposals the best first
     * @param start first position that they replace
     * @param end position after the last
     */
    public record Completed(List<Proposal> proposals, int start, int end) {
        static Completed nothing(int cursor) {
            return new Completed(List.of(), cursor, cursor);
        }
    }

    Completed complete(String code, int cursor) {
        Optional<MagicLines.At> magic = MagicLines.at(code, cursor);
        if (magic.isPresent()
                && (magic.get().arguments() < 0 || !magics.takesCode(magic.get().name()))) {
            return magics.complete(code, magic.get(), cursor);
        }
        String java = MagicLines.java(code, magics::takesCode);
        int start = wordStart(java, cursor);
        List<Token> before = Tokens.of(java.substring(0, cursor));
        if (Tokens.opaqueAt(before, cursor).isPresent()
                || java.substring(0, cursor).isBlank()
                        && !code.substring(0, cursor).isBlank()
                        && magic.isEmpty()) {
            return Completed.nothing(cursor);
        }
        advice.index();
        String prefix = java.substring(start, cursor);
        int end = cursor;
        while (end < java.length() && Character.isJavaIdentifierPart(java.charAt(end))) {
            end++;
        }
        List<Proposal> ranked = Proposals.ranked(proposals(java, start, end, prefix), prefix);
        return new Completed(called(java, end) ? withoutParentheses(ranked) : ranked, start, cursor);
    }

    static int wordStart(String java, int cursor) {
        int start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(java.charAt(start - 1)) && java.charAt(start - 1) != 0) {
            start--;
        }
        return start;
    }

    private static boolean called(String java, int end) {
        return end < java.length() && java.charAt(end) == '(';
    }

    private static List<Proposal> withoutParentheses(List<Proposal> proposals) {
        return proposals.stream()
                .map(proposal -> proposal.withText(proposal.name()))
                .toList();
    }

    private List<Proposal> proposals(String java, int start, int end, String prefix) {
        List<Token> before = Tokens.significant(java.substring(0, start));
        Optional<Qualifier> imported = Qualifier.ofImport(before);
        CellReader.Reading reading = reader.read(java, start, end);
        if (imported.isPresent()) {
            return new ImportProposals(reading.code(), advice)
                    .after(imported.get().text(), prefix, imported.get().isStatic(), true);
        }
        if (reading.code().marker.isEmpty()) {
            boolean dotted = !before.isEmpty()
                    && (before.getLast().is(".") || before.getLast().is("::"));
            return dotted || prefix.isEmpty() ? List.of() : Keywords.beginningStatement();
        }
        TreePath marker = reading.code().marker.get();
        Wanted wanted = new Wanted(reading.code(), marker);
        return switch (marker.getLeaf()) {
            case MemberSelectTree select ->
                selected(reading, new TreePath(marker, select.getExpression()), before, prefix, wanted);
            case MemberReferenceTree reference ->
                referenced(reading, new TreePath(marker, reference.getQualifierExpression()), java, start, end, prefix);
            case VariableTree variable -> VariableNames.of(variable);
            default -> new SimpleNames(reading, notebook, advice, marker, before).all(prefix, wanted);
        };
    }

    private List<Proposal> selected(
            CellReader.Reading reading, TreePath expression, List<Token> before, String prefix, Wanted wanted) {
        Attributed code = reading.code();
        Receiver receiver = Receiver.of(code, expression);
        if (receiver.isKnown()) {
            MemberProposals members = new MemberProposals(code);
            TreePath parent = expression.getParentPath().getParentPath();
            if (isCase(parent.getLeaf())) {
                return members.afterDot(receiver, prefix, wanted).stream()
                        .filter(proposal -> !proposal.kind().equals("function"))
                        .toList();
            }
            return members.afterDot(receiver, prefix, wanted);
        }
        return Qualifier.before(before)
                .filter(name ->
                        advice.soon().map(index -> index.isPackage(name)).orElse(false))
                .map(name -> new ImportProposals(code, advice).after(name, prefix, false, false))
                .orElse(List.of());
    }

    private List<Proposal> referenced(
            CellReader.Reading reading, TreePath qualifier, String java, int start, int end, String prefix) {
        Receiver receiver = Receiver.of(reading.code(), qualifier);
        if (!receiver.isKnown()) {
            // A reference that nothing takes is not looked into; with a dot it is an expression like any other.
            int colons = java.lastIndexOf("::", start);
            String dotted = java.substring(0, colons) + " ." + java.substring(colons + 2);
            Attributed code = reader.read(dotted, start, end).code();
            if (code.marker.isPresent() && code.marker.get().getLeaf() instanceof MemberSelectTree select) {
                receiver = Receiver.of(code, new TreePath(code.marker.get(), select.getExpression()));
                return new MemberProposals(code).afterDoubleColon(receiver, prefix);
            }
        }
        return new MemberProposals(reading.code()).afterDoubleColon(receiver, prefix);
    }

    private static boolean isCase(Tree tree) {
        return tree instanceof CaseTree || tree instanceof ConstantCaseLabelTree;
    }
}
