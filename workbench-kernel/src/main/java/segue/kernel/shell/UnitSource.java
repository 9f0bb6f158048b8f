package segue.kernel.shell;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The text of one class that is compiled, put together from generated text and from stretches of a cell. Every stretch
 * keeps its line, so that the compiler, the debugger and stack traces speak of the cell's own lines.
 */
final class UnitSource {
    private record Stretch(int from, int to, int origin, int originEnd) {}

    private final StringBuilder text = new StringBuilder();
    private final List<Stretch> stretches = new ArrayList<>();
    private final Set<Long> initials = new HashSet<>();
    private int line;

    final String className;
    final CellText cell;

    UnitSource(String className, CellText cell) {
        this.className = className;
        this.cell = cell;
    }

    /** Generated text; no line breaks. */
    UnitSource add(String generated) {
        text.append(generated.replace('\n', ' ').replace('\r', ' '));
        return this;
    }

    /** Generated text that stands for a stretch of the cell in messages. */
    UnitSource addFor(String generated, int start, int end) {
        int from = text.length();
        add(generated);
        stretches.add(new Stretch(from, text.length(), start, end));
        return this;
    }

    /** What is added next is the assignment that gives a declared variable its first value. */
    void markInitial() {
        initials.add((long) text.length());
    }

    boolean isInitial(long position) {
        return initials.contains(position);
    }

    UnitSource copy(int start, int end) {
        int wanted = cell.line(start);
        while (line < wanted) {
            text.append('\n');
            line++;
        }
        int from = text.length();
        text.append(cell.code(), start, end);
        stretches.add(new Stretch(from, text.length(), start, end));
        line += cell.line(end) - cell.line(start);
        return this;
    }

    /** Copies, but with some stretches blanked. */
    UnitSource copyMasked(int start, int end, List<int[]> masked) {
        int offset = text.length();
        copy(start, end);
        int copied = text.length() - (end - start);
        assert copied >= offset;
        for (int[] mask : masked) {
            for (int i = mask[0]; i < mask[1]; i++) {
                text.setCharAt(copied + i - start, ' ');
            }
        }
        return this;
    }

    /** Position in the cell, or -1 for generated text. */
    int toCell(long position) {
        for (Stretch stretch : stretches) {
            if (position >= stretch.from && position <= stretch.to) {
                return (int) Math.min(stretch.originEnd, stretch.origin + position - stretch.from);
            }
        }
        return -1;
    }

    String text() {
        return text.toString();
    }
}
