package segue.kernel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import segue.kernel.wire.MessageCodec;

/** What the kernel says about itself. */
final class KernelInfo {
    static final String VERSION = "0.1.0";

    private KernelInfo() {}

    /** Content of a {@code kernel_info_reply}. */
    static Map<String, Object> content() {
        String java = Runtime.version().toString();
        Map<String, Object> language = new LinkedHashMap<>();
        language.put("name", "java");
        language.put("version", java);
        language.put("mimetype", "text/x-java");
        language.put("file_extension", ".jshell");
        language.put("pygments_lexer", "java");
        language.put("codemirror_mode", "text/x-java");
        language.put("nbconvert_exporter", "script");

        Map<String, Object> content = Conversation.ok();
        content.put("protocol_version", MessageCodec.PROTOCOL_VERSION);
        content.put("implementation", "segue");
        content.put("implementation_version", VERSION);
        content.put("language_info", language);
        content.put("banner", "Segue " + VERSION + " on Java " + java + " (" + System.getProperty("java.vendor") + ")");
        content.put("debugger", false);
        content.put("supported_features", List.of());
        content.put(
                "help_links",
                List.of(
                        link("Java 25 API", "https://docs.oracle.com/en/java/javase/25/docs/api/index.html"),
                        link("Java language", "https://docs.oracle.com/javase/specs/jls/se25/html/index.html"),
                        link("JShell", "https://docs.oracle.com/en/java/javase/25/jshell/introduction-jshell.html")));
        return content;
    }

    private static Map<String, String> link(String text, String url) {
        return Map.of("text", text, "url", url);
    }
}
