package segue.kernel.shell;

import java.util.ArrayDeque;
import java.util.Deque;

/** Documentation comments of cells. */
final class Comments {
    private Comments() {}

    /** The comment that ends before a declaration, of either kind, without its slashes and stars; empty for none. */
    static String before(String code, int position) {
        String before = code.substring(0, position).stripTrailing();
        if (before.endsWith("*/")) {
            int start = before.lastIndexOf("/**");
            return start < 0 || before.indexOf("*/", start) != before.length() - 2
                    ? ""
                    : before.substring(start + 3, Math.max(start + 3, before.length() - 2))
                            .replaceAll("(?m)^\\s*\\*+ ?", "")
                            .strip();
        }
        Deque<String> lines = new ArrayDeque<>();
        for (String line : before.lines().toList().reversed()) {
            if (!line.strip().startsWith("///")) {
                break;
            }
            lines.addFirst(line.strip().substring(3).replaceFirst("^ ", ""));
        }
        return String.join("\n", lines);
    }
}
