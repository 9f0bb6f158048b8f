package segue.files;

/** Text that stands in HTML or XML. */
public final class Markup {
    private Markup() {}

    /** The text as it may stand between tags and in quoted attributes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
