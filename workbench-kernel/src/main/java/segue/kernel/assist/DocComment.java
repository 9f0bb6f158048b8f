package segue.kernel.assist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A documentation comment in its parts.
 *
 * @param description what comes before the first tag
 * @param tags heading to entries, in the order of a manual page; those about who wrote it are left out
 */
record DocComment(String description, Map<String, List<String>> tags) {
    private static final Pattern TAG = Pattern.compile("(?m)^\\s*@(\\w+)[ \\t]*");
    private static final List<String> HEADINGS =
            List.of("Parameters", "Returns", "Throws", "Note", "Since", "Deprecated", "See also");

    static DocComment of(String comment) {
        List<int[]> starts = new ArrayList<>();
        Matcher matcher = TAG.matcher(comment);
        while (matcher.find()) {
            if (depth(comment, matcher.start(1) - 1) == 0) {
                starts.add(new int[] {matcher.start(), matcher.end()});
            }
        }
        int end = starts.isEmpty() ? comment.length() : starts.getFirst()[0];
        Map<String, List<String>> tags = new LinkedHashMap<>();
        HEADINGS.forEach(heading -> tags.put(heading, new ArrayList<>()));
        for (int i = 0; i < starts.size(); i++) {
            int next = i + 1 < starts.size() ? starts.get(i + 1)[0] : comment.length();
            String name = comment.substring(starts.get(i)[0], starts.get(i)[1]).strip();
            String text = comment.substring(starts.get(i)[1], next).strip().replaceAll("\\s*\\n\\s*", " ");
            String heading = heading(name);
            if (!heading.isEmpty() && !text.isEmpty()) {
                tags.get(heading).add(text);
            }
        }
        tags.values().removeIf(List::isEmpty);
        return new DocComment(comment.substring(0, end).strip(), tags);
    }

    private static String heading(String tag) {
        return switch (tag) {
            case "@param" -> "Parameters";
            case "@return", "@returns" -> "Returns";
            case "@throws", "@exception" -> "Throws";
            case "@apiNote", "@implNote", "@implSpec" -> "Note";
            case "@since" -> "Since";
            case "@deprecated" -> "Deprecated";
            case "@see" -> "See also";
            default -> "";
        };
    }

    /** How many braces of inline tags are open. */
    private static int depth(String text, int position) {
        int depth = 0;
        for (int i = 0; i < position; i++) {
            if (text.startsWith("{@", i) || text.charAt(i) == '{' && depth > 0) {
                depth++;
            } else if (text.charAt(i) == '}' && depth > 0) {
                depth--;
            }
        }
        return depth;
    }
}
