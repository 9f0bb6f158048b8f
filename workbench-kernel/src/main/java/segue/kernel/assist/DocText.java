package segue.kernel.assist;

import java.util.List;
import java.util.Map;

/** Documentation comments, HTML or Markdown, as they read best in a tooltip. */
final class DocText {
    private static final int LONGEST_SUMMARY = 1_200;

    private final boolean markdown;
    private final String code;

    private DocText(boolean markdown) {
        this.markdown = markdown;
        this.code = markdown ? "`" : "";
    }

    /** @param whole whether also a long description is to be given to its end */
    static String plain(String comment, boolean whole) {
        return new DocText(false).write(DocComment.of(comment), whole);
    }

    /** @param whole whether also a long description is to be given to its end */
    static String markdown(String comment, boolean whole) {
        return new DocText(true).write(DocComment.of(comment), whole);
    }

    private String write(DocComment comment, boolean whole) {
        String description = text(comment.description());
        StringBuilder out = new StringBuilder(whole ? description : summary(description));
        for (Map.Entry<String, List<String>> tag : comment.tags().entrySet()) {
            String heading = tag.getKey();
            boolean list = heading.equals("Parameters") || heading.equals("Throws");
            out.append("\n\n").append(markdown ? "**" + heading + "**" : heading + ":");
            if (list) {
                out.append(markdown ? "\n" : "");
                for (String entry : tag.getValue()) {
                    out.append(markdown ? "\n- " : "\n    ").append(named(entry));
                }
            } else {
                out.append(' ')
                        .append(String.join(
                                heading.equals("See also") ? ", " : " ",
                                tag.getValue().stream()
                                        .map(entry -> see(heading, entry))
                                        .toList()));
            }
        }
        return out.toString().strip();
    }

    private String see(String heading, String entry) {
        return heading.equals("See also") && !entry.startsWith("<") ? code + reference(entry) + code : text(entry);
    }

    /** The name of a parameter or exception, and what is said of it. */
    private String named(String entry) {
        String[] parts = entry.split("\\s+", 2);
        return code + parts[0] + code + (parts.length > 1 ? "  " + text(parts[1]) : "");
    }

    private static String summary(String description) {
        if (description.length() <= LONGEST_SUMMARY) {
            return description;
        }
        int end = description.lastIndexOf("\n\n", LONGEST_SUMMARY);
        if (end < 0) {
            end = description.lastIndexOf(' ', LONGEST_SUMMARY);
        }
        return description.substring(0, end < 0 ? LONGEST_SUMMARY : end) + "\n\n…";
    }

    private String text(String html) {
        return inline(html.strip().replaceAll("(?m)^[ \\t]+(?!\\S*[*-] )", ""))
                .replaceAll("(?i)</?(code|tt)>", code)
                .replaceAll("(?i)</?(b|strong)>", markdown ? "**" : "")
                .replaceAll("(?i)</?(i|em|var|cite)>", markdown ? "*" : "")
                .replaceAll("(?i)\\s*<pre>\\s*", markdown ? "\n\n```java\n" : "\n\n")
                .replaceAll("(?i)\\s*</pre>\\s*", markdown ? "\n```\n\n" : "\n\n")
                .replaceAll("(?i)\\s*<li>\\s*", "\n  - ")
                .replaceAll("(?i)<h[1-6][^>]*>", markdown ? "\n\n#### " : "\n\n")
                .replaceAll(
                        "(?i)\\s*<(p|/?ul|/?ol|/?dl|dt|dd|/?table|tr|/?blockquote|/h[1-6]|br)\\b[^>]*>[ \\t]*", "\n\n")
                .replaceAll("(?i)<sup>", "^")
                .replaceAll("</?[A-Za-z][^>\\n]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&quot;", "\"")
                .replace("&times;", "×")
                .replace("&le;", "≤")
                .replace("&ge;", "≥")
                .replace("&#64;", "@")
                .replace("&amp;", "&")
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }

    /** Resolves tags in braces; what is code keeps its angle brackets through what comes after. */
    private String inline(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int start = text.indexOf("{@", at);
            if (start < 0) {
                break;
            }
            int end = closing(text, start);
            out.append(text, at, start).append(tag(text.substring(start + 2, end)));
            at = Math.min(text.length(), end + 1);
        }
        return out.append(text.substring(Math.min(at, text.length()))).toString();
    }

    private static int closing(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            depth += text.charAt(i) == '{' ? 1 : text.charAt(i) == '}' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return text.length();
    }

    private String tag(String content) {
        String[] parts = content.split("\\s+", 2);
        String body = parts.length > 1 ? parts[1].stripTrailing() : "";
        return switch (parts[0]) {
            case "code" -> code(body);
            case "literal" -> escaped(body);
            case "snippet" ->
                markdown
                        ? "\n\n```java\n" + escaped(snippet(body)) + "\n```\n\n"
                        : "\n\n" + escaped(snippet(body)) + "\n\n";
            case "link", "linkplain", "value" -> {
                String[] link = body.strip().split("(?<![(,])\\s+", 2);
                String shown = link.length > 1 ? link[1] : reference(link[0]);
                yield parts[0].equals("linkplain") ? escaped(shown) : code(shown);
            }
            case "return" -> "Returns " + inline(body) + ".";
            case "inheritDoc", "index" -> body;
            default -> inline(body);
        };
    }

    private String code(String body) {
        return code.isEmpty() || body.contains("\n") ? escaped(body) : code + escaped(body) + code;
    }

    private static String snippet(String body) {
        int colon = body.indexOf(':');
        return colon < 0 ? body : body.substring(colon + 1).stripIndent().strip();
    }

    /** A member with a dot, without its package. */
    private static String reference(String reference) {
        String text = reference.startsWith("#") ? reference.substring(1) : reference.replace('#', '.');
        return text.replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }

    private static String escaped(String code) {
        return code.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
