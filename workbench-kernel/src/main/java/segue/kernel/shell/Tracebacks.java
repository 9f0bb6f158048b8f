package segue.kernel.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Stack traces with the reader's own places in them, and without the kernel's. */
final class Tracebacks {
    private static final int LONGEST = 24;
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";
    private static final List<String> HIDDEN = List.of(
            "segue.kernel.shell.",
            "segue.kernel.magics.",
            "io.github.spencerpark.",
            "jdk.internal.reflect.",
            "java.lang.invoke.",
            "java.lang.reflect.Method");

    private Tracebacks() {}

    /** @param codeOf the code of a cell by its name, where it is still known */
    static CellResult.Failed failed(Throwable thrown, Function<String, Optional<String>> codeOf) {
        String name = CompileErrors.withoutWrappers(thrown.getClass().getName());
        return new CellResult.Failed(name, firstLine(message(thrown)), lines(thrown, codeOf));
    }

    static List<String> lines(Throwable thrown, Function<String, Optional<String>> codeOf) {
        List<String> lines = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        String prefix = "";
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            lines.add(RED + prefix + headline(cause) + PLAIN);
            frames(cause.getStackTrace(), lines, codeOf, prefix.isEmpty());
            for (Throwable suppressed : cause.getSuppressed()) {
                lines.add("  Suppressed: " + headline(suppressed));
            }
            prefix = "Caused by: ";
        }
        return lines;
    }

    private static String headline(Throwable thrown) {
        String message = message(thrown);
        String name = CompileErrors.withoutWrappers(thrown.getClass().getName());
        return message.isEmpty() ? name : name + ": " + message;
    }

    private static String message(Throwable thrown) {
        try {
            String message = thrown.getLocalizedMessage();
            return message == null ? "" : CompileErrors.withoutWrappers(message);
        } catch (RuntimeException e) {
            return "(its message failed with " + e.getClass().getName() + ")";
        }
    }

    static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }

    private static void frames(
            StackTraceElement[] stack,
            List<String> lines,
            Function<String, Optional<String>> codeOf,
            boolean withSource) {
        List<StackTraceElement> kept = new ArrayList<>();
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().equals(CellInvoker.class.getName())
                    || frame.getClassName().equals(JavaShell.class.getName())) {
                break;
            }
            if (HIDDEN.stream().noneMatch(frame.getClassName()::startsWith)
                    || frame.getClassName().startsWith(CellFunctions.class.getName())) {
                kept.add(frame);
            }
        }
        boolean sourceShown = !withSource;
        int shown = 0;
        for (int i = 0; i < kept.size(); ) {
            StackTraceElement frame = kept.get(i);
            if (shown == LONGEST) {
                lines.add("    … " + (kept.size() - i) + " more frames");
                return;
            }
            int same = i + 1;
            while (same < kept.size() && kept.get(same).equals(frame)) {
                same++;
            }
            lines.add("    at " + describe(frame) + (same - i > 1 ? " × " + (same - i) : ""));
            shown++;
            i = same;
            if (!sourceShown && isCell(frame)) {
                sourceShown = true;
                source(frame, codeOf).ifPresent(line -> lines.add("       " + line));
            }
        }
    }

    private static boolean isCell(StackTraceElement frame) {
        return frame.getClassName().startsWith(CellCompiler.PACKAGE + ".$");
    }

    private static Optional<String> source(StackTraceElement frame, Function<String, Optional<String>> codeOf) {
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
        String type = frame.getClassName().replaceFirst(CellCompiler.PACKAGE + "\\.\\$[0-9_]+\\$?", "");
        String method = frame.getMethodName();
        String place = frame.getFileName() + ", line " + frame.getLineNumber();
        if (method.startsWith("lambda$")) {
            return "a lambda in " + place;
        }
        if (type.isEmpty() && method.indexOf('$') >= 0) {
            return place;
        }
        String prefix = type.isEmpty() ? "" : type.replace('$', '.') + ".";
        return prefix + method + " (" + place + ")";
    }

    private static String place(StackTraceElement frame) {
        if (frame.isNativeMethod()) {
            return "native";
        }
        return frame.getFileName() == null ? "unknown source" : frame.getFileName() + ":" + frame.getLineNumber();
    }
}
