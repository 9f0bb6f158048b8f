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
     * A saved notebook outlives the page: the line below the frame is what says what to do then. It is also all that is left where
     * a notebook is not trusted, and its frames are taken out.
     */
    private static String framed(String url) {
        String address = Grid.escape(url);
        return """
                <iframe title="Segue's live page" src="%s" loading="lazy" \
                sandbox="allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-popups \
                allow-popups-to-escape-sandbox" allow="clipboard-write; autoplay; fullscreen" \
                style="display:block;box-sizing:border-box;width:100%%;height:%dpx;border:1px solid #8886;border-radius:8px">\
                </iframe><p>Live page at <a href="%s" target="_blank" rel="noopener">%s</a>: it runs as long as this notebook's \
                kernel, and is shown here where the notebook is trusted. If nobody answers, run the cell again.</p>\
                """.formatted(address, HEIGHT_PIXELS, address, address);
    }
}
