package segue.kernel.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words the compiler's messages for the person who wrote the cell. */
final class CompileErrors {
    private static final int MOST_SHOWN = 5;
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";
    private static final Pattern SYMBOL =
            Pattern.compile("symbol:\\s+(?:class|variable|method) ([\\p{javaJavaIdentifierPart}]+)");

    private CompileErrors() {}

    static CellResult.Failed failed(List<Problem> problems, Collection<String> knownNames) {
        List<Problem> sorted = problems.stream()
                .filter(problem -> problem.start() >= 0)
                .sorted(Comparator.comparingInt(Problem::start))
                .toList();
        if (sorted.isEmpty()) {
            sorted = problems;
        }
        List<String> lines = new ArrayList<>();
        String last = "";
        int shown = 0;
        for (Problem problem : sorted) {
            List<String> block = block(problem, knownNames);
            if (shown < MOST_SHOWN && !block.getFirst().equals(last)) {
                lines.addAll(block);
                shown++;
            }
            last = block.getFirst();
        }
        if (sorted.size() > MOST_SHOWN) {
            lines.add("… " + (sorted.size() - MOST_SHOWN) + " more errors");
        }
        String message = sorted.isEmpty() ? "the cell does not compile" : headline(sorted.getFirst());
        return new CellResult.Failed("CompileError", message, lines);
    }

    static String headline(Problem problem) {
        String text = message(problem).lines().findFirst().orElse("");
        return problem.start() < 0 ? text : place(problem) + ": " + text;
    }

    private static String place(Problem problem) {
        return problem.cell().name() + ", line " + (problem.cell().line(problem.start()) + 1);
    }

    private static List<String> block(Problem problem, Collection<String> knownNames) {
        List<String> lines = new ArrayList<>();
        lines.add(RED + headline(problem) + PLAIN);
        if (problem.start() >= 0) {
            CellText cell = problem.cell();
            int lineStart = cell.lineStart(problem.start());
            int lineEnd = cell.lineEnd(problem.start());
            String source = cell.code().substring(lineStart, lineEnd);
            int end = Math.clamp(problem.end(), problem.start() + 1, Math.max(lineEnd, problem.start() + 1));
            String before = cell.code().substring(lineStart, problem.start()).replaceAll("[^\t]", " ");
            lines.add("    " + source);
            lines.add("    " + before + RED + "^".repeat(end - problem.start()) + PLAIN);
        }
        String message = message(problem);
        message.lines().skip(1).map(line -> "  " + line.strip()).forEach(lines::add);
        Matcher matcher = SYMBOL.matcher(message);
        if (matcher.find()) {
            nearest(matcher.group(1), knownNames).ifPresent(name -> lines.add("  did you mean " + name + "?"));
        }
        return lines;
    }

    /** Without what speaks of generated classes. */
    private static String message(Problem problem) {
        StringBuilder kept = new StringBuilder();
        problem.message()
                .lines()
                .filter(line -> !line.strip().matches("location: +class " + CellCompiler.PACKAGE + "\\.\\$[0-9_]+"))
                .forEach(line -> kept.append(CellNames.readable(line)).append('\n'));
        return kept.toString().strip();
    }

    /** The known name that differs least, where it differs little. */
    static Optional<String> nearest(String name, Collection<String> known) {
        int allowed = Math.max(1, name.length() / 3);
        return known.stream()
                .filter(other -> !other.equals(name))
                .filter(other -> Math.abs(other.length() - name.length()) <= allowed)
                .filter(other -> distance(other, name) <= allowed)
                .min(Comparator.comparingInt((String other) -> distance(other, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + cost);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
