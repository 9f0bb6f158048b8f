package io.github.spencerpark.jupyter.kernel.display;

import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;
import java.util.LinkedHashMap;
import java.util.Map;
import segue.kernel.display.Displayable;
import segue.kernel.display.MimeBundle;
import segue.kernel.shell.CellFunctions;

/** A value in the forms that a front end may choose from, one put in after another. */
public final class DisplayData implements Displayable {
    private final Map<String, String> data = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> metadata = new LinkedHashMap<>();
    private String displayId;

    public DisplayData() {}

    public DisplayData(String text) {
        putText(text);
    }

    DisplayData(MimeBundle bundle) {
        data.putAll(bundle.data());
        metadata.putAll(bundle.metadata());
    }

    public void putData(String mimeType, Object content) {
        data.put(mimeType, String.valueOf(content));
    }

    public void putData(MIMEType mimeType, Object content) {
        putData(mimeType.toString(), content);
    }

    public Object getData(MIMEType mimeType) {
        return data.get(mimeType.toString());
    }

    public boolean hasDataForType(MIMEType mimeType) {
        return data.containsKey(mimeType.toString());
    }

    public void putText(String text) {
        putData("text/plain", text);
    }

    public void putHTML(String html) {
        putData("text/html", html);
    }

    public void putLatex(String latex) {
        putData("text/latex", latex);
    }

    /** @param math without the dollar signs around it */
    public void putMath(String math) {
        putLatex("$$" + math + "$$");
    }

    public void putMarkdown(String markdown) {
        putData("text/markdown", markdown);
    }

    public void putJavaScript(String javascript) {
        putData("application/javascript", javascript);
    }

    public void putJSON(String json) {
        putData("application/json", json);
    }

    public void putSVG(String svg) {
        putData("image/svg+xml", svg);
    }

    public DisplayData setDisplayId(String id) {
        displayId = id;
        return this;
    }

    public boolean hasDisplayId() {
        return displayId != null;
    }

    public String getDisplayId() {
        return displayId;
    }

    /**
     * Shows it.
     *
     * @return its id, its own or a new one
     */
    public String display() {
        if (displayId == null) {
            displayId = CellFunctions.display(bundle());
        } else {
            CellFunctions.displayAs(displayId, bundle());
        }
        return displayId;
    }

    @Override
    public MimeBundle bundle() {
        return new MimeBundle(data, metadata);
    }
}
