package segue.kernel.shell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words the compiler's messages for the person who wrote the cell. */
final class CompileErrors {
    private static final int MOST_SHOWN = 5;
    private static final String RED = "\u001b[31m";
    private static final String PLAIN = "\u001b[0m";
    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z]\\w*\\.)+([A-Z]\\w*)");

    private CompileErrors() {}

    static CellResult.Failed failed(List<Problem> problems, Suggestions suggestions) {
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
            List<String> block = block(problem, suggestions);
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

    private static List<String> block(Problem problem, Suggestions suggestions) {
        List<String> lines = new ArrayList<>();
        lines.add(RED + headline(problem) + PLAIN);
        if (problem.start() >= 0) {
            CellText cell = problem.cell();
            int lineStart = cell.lineStart(problem.start());
            int lineEnd = cell.lineEnd(problem.start());
            String source = cell.code().substring(lineStart, lineEnd);
            int end = Math.clamp(problem.end(), problem.start() + 1, Math.max(lineEnd, problem.start() + 1));
            int start = pointed(problem, end);
            String before = cell.code().substring(lineStart, start).replaceAll("[^\t]", " ");
            lines.add("    " + source);
            lines.add("    " + before + RED + "^".repeat(end - start) + PLAIN);
        }
        String message = message(problem);
        message.lines()
                .skip(1)
                .filter(line -> !line.contains("(use --enable-preview"))
                .map(line -> "  " + line.strip())
                .forEach(lines::add);
        suggestions.of(problem).ifPresent(line -> lines.add("  " + line));
        return lines;
    }

    /** An unknown member is pointed at by its name, not by all that stands before the dot. */
    private static int pointed(Problem problem, int end) {
        Optional<String> symbol = Suggestions.symbol(problem);
        String covered = problem.cell()
                .code()
                .substring(problem.start(), Math.min(end, problem.cell().code().length()));
        return symbol.isPresent() && covered.endsWith("." + symbol.get())
                ? end - symbol.get().length()
                : problem.start();
    }

    /** Without what speaks of generated classes, and without packages where they tell nothing. */
    private static String message(Problem problem) {
        StringBuilder kept = new StringBuilder();
        problem.message()
                .lines()
                .filter(line -> !line.strip().matches("location: +class " + CellCompiler.PACKAGE + "\\.\\$[0-9_]+"))
                .forEach(line -> kept.append(CellNames.readable(line)).append('\n'));
        return withoutPackages(kept.toString().strip());
    }

    private static String withoutPackages(String message) {
        Map<String, String> full = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        QUALIFIED.matcher(message).results().forEach(found -> {
            String before = full.putIfAbsent(found.group(1), found.group());
            if (before != null && !before.equals(found.group())) {
                ambiguous.add(found.group(1));
            }
        });
        return QUALIFIED
                .matcher(message)
                .replaceAll(found ->
                        Matcher.quoteReplacement(ambiguous.contains(found.group(1)) ? found.group() : found.group(1)));
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

    /** Letters to change, add, drop, or swap with their neighbour. */
    static int distance(String first, String second) {
        String a = first.toLowerCase(Locale.ROOT);
        String b = second.toLowerCase(Locale.ROOT);
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int changed = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
