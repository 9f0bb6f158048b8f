package segue.kernel.shell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The frames of one stack trace: the cell's own in full, the kernel's left out, those of libraries folded. */
final class TraceFrames {
    private static final int LONGEST_CYCLE = 8;
    /** Of neighbouring frames of libraries: this many at the top, and at the bottom, where the cell calls in. */
    private static final int SHOWN_ABOVE = 5;

    private static final int SHOWN_BELOW = 2;
    private static final int MOST_LINES = 40;
    private static final List<String> HIDDEN = List.of(
            "segue.kernel.",
            "io.github.spencerpark.",
            "jdk.internal.reflect.",
            "java.lang.invoke.",
            "java.lang.reflect.Method",
            "java.lang.String$$StringConcat",
            "java.lang.Thread.run",
            "java.lang.VirtualThread.run");

    private final Function<String, Optional<String>> codeOf;

    /** @param codeOf the code of a cell by its name, where it is still known */
    TraceFrames(Function<String, Optional<String>> codeOf) {
        this.codeOf = codeOf;
    }

    private record Line(String text, boolean ofCell) {}

    /** @param enclosing the trace that was shown before, whose lower frames need not be shown again */
    List<String> lines(StackTraceElement[] stack, StackTraceElement[] enclosing) {
        int common = 0;
        while (common < Math.min(stack.length, enclosing.length) - 1
                && stack[stack.length - 1 - common].equals(enclosing[enclosing.length - 1 - common])) {
            common++;
        }
        List<StackTraceElement> kept = kept(Arrays.copyOf(stack, stack.length - common));
        return folded(repeated(kept, enclosing.length == 0));
    }

    /** The line of the cell that threw. */
    Optional<String> source(StackTraceElement[] stack) {
        return kept(stack).stream().filter(TraceFrames::isCell).findFirst().flatMap(this::source);
    }

    private static List<StackTraceElement> kept(StackTraceElement[] stack) {
        List<StackTraceElement> kept = new ArrayList<>();
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().equals(CellInvoker.class.getName())) {
                break;
            }
            String method = frame.getClassName() + "." + frame.getMethodName();
            if (HIDDEN.stream().noneMatch(method::startsWith)) {
                kept.add(frame);
            }
        }
        return kept;
    }

    /** Frames that repeat, as those of a recursion do, stand once. */
    private List<Line> repeated(List<StackTraceElement> frames, boolean withSource) {
        List<Line> lines = new ArrayList<>();
        boolean sourceShown = !withSource;
        for (int i = 0; i < frames.size(); ) {
            int length = 1;
            int times = 1;
            for (int tried = 1; tried <= LONGEST_CYCLE && times == 1; tried++) {
                int found = times(frames, i, tried);
                if (found > 2 || found == 2 && tried == 1) {
                    length = tried;
                    times = found;
                }
            }
            for (StackTraceElement frame : frames.subList(i, i + length)) {
                String many = length == 1 && times > 1 ? " × " + times : "";
                lines.add(new Line("    at " + describe(frame) + many, isCell(frame)));
                if (!sourceShown && isCell(frame)) {
                    sourceShown = true;
                    source(frame).ifPresent(line -> lines.add(new Line("       " + line, true)));
                }
            }
            if (length > 1) {
                lines.add(new Line("    … these " + length + " frames, " + times + " times in all", true));
            }
            i += length * times;
        }
        return lines;
    }

    private static int times(List<StackTraceElement> frames, int from, int length) {
        int times = 1;
        while (from + (times + 1) * length <= frames.size()
                && frames.subList(from, from + length)
                        .equals(frames.subList(from + times * length, from + (times + 1) * length))) {
            times++;
        }
        return times;
    }

    private static List<String> folded(List<Line> lines) {
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < lines.size(); ) {
            if (shown.size() >= MOST_LINES) {
                shown.add("    … " + (lines.size() - i) + " more frames");
                break;
            }
            int end = i;
            while (end < lines.size() && !lines.get(end).ofCell) {
                end++;
            }
            int hidden = end - i - SHOWN_ABOVE - SHOWN_BELOW;
            if (hidden > 1) {
                lines.subList(i, i + SHOWN_ABOVE).forEach(line -> shown.add(line.text));
                shown.add("    … " + hidden + " more frames of library code");
                i = end - SHOWN_BELOW;
                lines.subList(i, end).forEach(line -> shown.add(line.text));
                i = end;
            } else {
                int to = Math.max(end, i + 1);
                lines.subList(i, to).forEach(line -> shown.add(line.text));
                i = to;
            }
        }
        return shown;
    }

    private static boolean isCell(StackTraceElement frame) {
        return UnitNames.isCell(frame.getClassName());
    }

    private Optional<String> source(StackTraceElement frame) {
        return codeOf.apply(frame.getFileName())
                .flatMap(code -> code.lines()
                        .skip(Math.max(0, frame.getLineNumber() - 1))
                        .findFirst())
                .map(String::strip);
    }

    private static String describe(StackTraceElement frame) {
        if (!isCell(frame)) {
            return frame.getClassName() + "." + frame.getMethodName() + "(" + place(frame) + ")";
        }
        String type = type(frame.getClassName());
        String method = frame.getMethodName();
        String place = frame.isNativeMethod()
                ? frame.getFileName() + ", native"
                : frame.getFileName() + ", line " + frame.getLineNumber();
        if (method.startsWith("lambda$")) {
            return "a lambda in " + place;
        }
        if (type.isEmpty() && method.indexOf('$') >= 0) {
            return place;
        }
        return switch (method) {
            case "<init>" -> "new " + type + " (" + place + ")";
            case "<clinit>" -> "the static initialiser of " + type + " (" + place + ")";
            default -> (type.isEmpty() ? "" : type + ".") + method + " (" + place + ")";
        };
    }

    /** The class as the cell has written it; empty for the cell itself. */
    private static String type(String className) {
        String member = className.replaceFirst(CellCompiler.PACKAGE + "\\.\\$[0-9_]+\\$?", "");
        if (member.matches("\\d+|\\$\\w+")) {
            return "anonymous class";
        }
        return member.replaceFirst("^\\d+", "").replace('$', '.');
    }

    private static String place(StackTraceElement frame) {
        if (frame.isNativeMethod()) {
            return "native";
        }
        return frame.getFileName() == null ? "unknown source" : frame.getFileName() + ":" + frame.getLineNumber();
    }
}
