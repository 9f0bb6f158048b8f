package segue.kernel.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Finds the bracket that has no partner. The compiler only says where it noticed, which may be far below. */
final class Brackets {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private Brackets() {}

    /** @return what is wrong with the first bracket that is, between two positions of a cell */
    static Optional<Problem> unmatched(CellText cell, int from, int to) {
        String code = CodeText.blank(cell.code().substring(0, to), true);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = from; i < code.length(); i++) {
            char c = code.charAt(i);
            int closing = CLOSING.indexOf(c);
            if (OPENING.indexOf(c) >= 0) {
                open.push(i);
            } else if (closing >= 0 && open.isEmpty()) {
                return problem(
                        cell,
                        i,
                        "this " + c + " closes nothing: there is no " + OPENING.charAt(closing)
                                + " before it that is open");
            } else if (closing >= 0) {
                int opened = open.pop();
                if (OPENING.indexOf(code.charAt(opened)) != closing) {
                    return problem(
                            cell,
                            i,
                            "this " + c + " does not fit the " + code.charAt(opened) + " of line "
                                    + (cell.line(opened) + 1));
                }
            }
        }
        return open.isEmpty()
                ? Optional.empty()
                : problem(cell, open.peek(), "this " + code.charAt(open.peek()) + " is never closed");
    }

    private static Optional<Problem> problem(CellText cell, int position, String message) {
        return Optional.of(new Problem(null, cell, position, position + 1, "segue.brackets", message));
    }
}
