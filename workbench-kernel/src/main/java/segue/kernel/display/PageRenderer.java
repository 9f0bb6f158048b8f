package segue.kernel.display;

import java.util.LinkedHashMap;
import java.util.Map;
import segue.page.Page;

/** The live page in a frame, with its address below for a tab of its own. */
final class PageRenderer implements Renderer<Page> {
    private static final int HEIGHT_PIXELS = 680;

    @Override
    public Class<Page> type() {
        return Page.class;
    }

    @Override
    public MimeBundle render(Page page) {
        if (page.isClosed()) {
            return MimeBundle.text(page.toString());
        }
        Map<String, String> data = new LinkedHashMap<>();
        data.put("text/html", framed(page.url()));
        data.put("text/plain", page + "\nOpen that in a browser; it ends with close(), and with the kernel");
        return new MimeBundle(data, Map.of());
    }

    /**
     * A saved notebook outlives the page. Where it is not trusted its frames are taken out, and the sentence under the frame is
     * what is left; where it is, browsers say in the frame that nobody answers, and the line below says what to do.
     */
    private static String framed(String url) {
        String address = Grid.escape(url);
        return """
                <div style="position:relative;height:%dpx"><p>The live page is shown here while it runs, once this notebook is \
                trusted.</p><iframe title="Segue's live page" src="%s" loading="lazy" \
                sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-popups \
                allow-popups-to-escape-sandbox" allow="clipboard-write; autoplay; fullscreen" \
                style="position:absolute;top:0;left:0;width:100%%;height:100%%;border:1px solid #8886;border-radius:8px">\
                </iframe></div><p>The page at <a href="%s" target="_blank" rel="noopener">%s</a> runs as long as this notebook's \
                kernel. If nobody answers there, run the cell again.</p>""".formatted(HEIGHT_PIXELS, address, address, address);
    }
}
