package segue.kernel.display;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import segue.progress.ProgressState;
import segue.progress.ProgressState.Phase;

/** How far work is, as a bar and words, and as words alone: work, and below it the work that it is made of. */
public final class ProgressLines {
    private ProgressLines() {}

    /** @param states the outermost work first; each is a part of the one before */
    public static MimeBundle of(List<ProgressState> states) {
        StringBuilder html = new StringBuilder("<div style=\"font-variant-numeric:tabular-nums;line-height:1.5\">");
        for (int depth = 0; depth < states.size(); depth++) {
            html.append(line(states.get(depth), depth));
        }
        Map<String, String> data = new LinkedHashMap<>();
        data.put("text/html", html.append("</div>").toString());
        data.put("text/plain", states.stream().map(ProgressState::text).collect(Collectors.joining("\n")));
        return new MimeBundle(data, Map.of());
    }

    private static String line(ProgressState state, int depth) {
        return String.format(
                Locale.ROOT,
                "<div style=\"padding-left:%.1fem\">%s <b>%s</b> %s <span style=\"opacity:.7\">· %s</span></div>",
                depth * 1.5,
                sign(state),
                Grid.escape(state.label()),
                Grid.escape(state.count()),
                Grid.escape(String.join(" · ", state.details())));
    }

    private static String sign(ProgressState state) {
        if (state.phase() == Phase.DONE) {
            return "<span style=\"color:#2e9e5b\" aria-hidden=\"true\">✓</span>";
        }
        if (state.phase() != Phase.RUNNING) {
            return "<span style=\"color:#d9822b\" aria-hidden=\"true\">■</span>";
        }
        String value = state.total().isEmpty() ? "" : String.format(Locale.ROOT, " value=\"%.3f\"", state.fraction());
        return "<progress max=\"1\"" + value + " aria-label=\"" + Grid.escape(state.label())
                + "\" style=\"width:11em;height:.8em;vertical-align:middle;accent-color:#1f77b4\"></progress>";
    }
}
