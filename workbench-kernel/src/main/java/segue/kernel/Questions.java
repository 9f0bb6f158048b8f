package segue.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import segue.kernel.display.MimeBundle;
import segue.kernel.shell.Shell;
import segue.kernel.wire.Message;

/** Questions about code. Jupyter counts code points where the shell counts UTF-16 units: the places are converted here. */
final class Questions {
    private Questions() {}

    /** Content of a {@code complete_reply}. */
    static Map<String, Object> complete(Shell shell, Message request) {
        String code = request.text("code", "");
        Shell.Completion completion = shell.complete(code, cursor(request, code));
        int start = points(code, completion.start());
        int end = points(code, completion.end());
        List<Object> typed = new ArrayList<>();
        for (String match : completion.matches()) {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("start", start);
            entry.put("end", end);
            entry.put("text", match);
            entry.put("type", completion.types().getOrDefault(match, ""));
            entry.put("signature", completion.signatures().getOrDefault(match, ""));
            typed.add(entry);
        }
        Map<String, Object> content = Conversation.ok();
        content.put("matches", completion.matches());
        content.put("cursor_start", start);
        content.put("cursor_end", end);
        content.put("metadata", Map.of("_jupyter_types_experimental", typed));
        return content;
    }

    /** Content of an {@code inspect_reply}. */
    static Map<String, Object> inspect(Shell shell, Message request) {
        String code = request.text("code", "");
        Optional<MimeBundle> found = shell.inspect(code, cursor(request, code), request.number("detail_level", 0));
        Map<String, Object> content = Conversation.ok();
        content.put("found", found.isPresent());
        content.putAll(CellChannel.content(found.orElse(new MimeBundle(Map.of(), Map.of()))));
        return content;
    }

    /** Content of an {@code is_complete_reply}. */
    static Map<String, Object> isComplete(Shell shell, Message request) {
        Shell.Completeness completeness = shell.isComplete(request.text("code", ""));
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("status", completeness.status().name().toLowerCase(Locale.ROOT));
        if (completeness.status() == Shell.Completeness.Status.INCOMPLETE) {
            content.put("indent", completeness.indent());
        }
        return content;
    }

    private static int cursor(Message request, String code) {
        int points = code.codePointCount(0, code.length());
        int asked = request.number("cursor_pos", points);
        return code.offsetByCodePoints(0, Math.clamp(asked, 0, points));
    }

    private static int points(String code, int unit) {
        return code.codePointCount(0, Math.clamp(unit, 0, code.length()));
    }
}
