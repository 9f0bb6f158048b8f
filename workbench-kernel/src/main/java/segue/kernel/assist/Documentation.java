package segue.kernel.assist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import segue.kernel.display.MimeBundle;

/** Lays out what was found as a tooltip: the signatures first, then the documentation of the first of them. */
final class Documentation {
    private static final int MOST_SIGNATURES = 12;
    private static final int LONGEST_SOURCE = 8_000;

    private final Sources sources = new Sources();

    Sources sources() {
        return sources;
    }

    /** @param detailLevel 1 for the documentation of every overload, and the source */
    MimeBundle page(List<Finding> found, int detailLevel) {
        StringBuilder text = new StringBuilder();
        StringBuilder markdown = new StringBuilder();
        List<Finding> shown = found.subList(0, Math.min(MOST_SIGNATURES, found.size()));
        String signatures = shown.stream().map(Finding::signature).collect(Collectors.joining("\n"));
        if (found.size() > shown.size()) {
            signatures += "\n… " + (found.size() - shown.size()) + " more";
        }
        text.append(signatures).append('\n');
        markdown.append("```java\n").append(signatures).append("\n```\n");
        boolean first = true;
        for (Finding finding : shown) {
            if (!finding.comment().isBlank() && (first || detailLevel > 0)) {
                if (shown.size() > 1) {
                    text.append('\n').append(finding.signature());
                    markdown.append("\n**`").append(finding.signature()).append("`**\n");
                }
                text.append('\n').append(plain(finding, detailLevel > 0)).append('\n');
                markdown.append('\n').append(markdown(finding, detailLevel > 0)).append('\n');
                first = false;
            }
            if (detailLevel > 0 && !finding.source().isBlank()) {
                String source = cut(finding.source());
                text.append("\n").append(source).append('\n');
                markdown.append("\n```java\n").append(source).append("\n```\n");
            }
        }
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("text/plain", text.toString().strip());
        forms.put("text/markdown", markdown.toString().strip());
        return new MimeBundle(forms, Map.of());
    }

    private static String plain(Finding finding, boolean whole) {
        return finding.isProse() ? finding.comment() : DocText.plain(finding.comment(), whole);
    }

    private static String markdown(Finding finding, boolean whole) {
        return finding.isProse() ? finding.comment() : DocText.markdown(finding.comment(), whole);
    }

    private static String cut(String source) {
        return source.length() <= LONGEST_SOURCE
                ? source
                : source.substring(0, LONGEST_SOURCE)
                        + String.format("%n… %,d more characters", source.length() - LONGEST_SOURCE);
    }
}
