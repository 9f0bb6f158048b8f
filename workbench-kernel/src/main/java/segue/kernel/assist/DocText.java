package segue.kernel.assist;

/** Javadoc comments as they read best in a tooltip. */
final class DocText {
    private DocText() {}

    static String plain(String javadoc) {
        return unescape(inline(javadoc, "$1", "$1")
                .replaceAll("(?i)<p>|</?ul>|</?ol>|</?dl>", "\n")
                .replaceAll("(?i)<li>", "\n  - ")
                .replaceAll("<[^>]+>", ""));
    }

    static String markdown(String javadoc) {
        return unescape(inline(javadoc, "`$1`", "`$1`")
                .replaceAll("(?i)</?code>|</?tt>", "`")
                .replaceAll("(?i)<p>|</?ul>|</?ol>", "\n")
                .replaceAll("(?i)<li>", "\n- ")
                .replaceAll("(?i)</?pre>", "\n```\n")
                .replaceAll("(?m)^@param (\\S+)", "- **$1**")
                .replaceAll("(?m)^@returns? ", "- returns ")
                .replaceAll("(?m)^@(throws|exception) (\\S+)", "- throws `$2`")
                .replaceAll("(?m)^@since ", "- since ")
                .replaceAll("(?m)^@see ", "- see ")
                .replaceAll("<[^>]+>", ""));
    }

    private static String inline(String javadoc, String code, String link) {
        return javadoc.strip()
                .replaceAll("(?m)^\\s+", "")
                .replaceAll("\\{@(?:code|literal|snippet)\\s+([^}]*)}", code)
                .replaceAll("\\{@link(?:plain)?\\s+#?([^}\\s]*)[^}]*}", link)
                .replaceAll("\\{@\\w+\\s*([^}]*)}", "$1");
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", " ")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
