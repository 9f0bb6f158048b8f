package segue.kernel;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.kernel.display.MimeBundle;
import segue.kernel.shell.CellOutput;
import segue.kernel.wire.Json;
import segue.kernel.wire.Message;

/** Carries one cell's output to the front ends under the header of its request, for as long as anything prints to it. */
final class CellChannel implements CellOutput {
    private final Message request;
    private final IoPub iopub;
    private final Input input;
    private final boolean allowStdin;

    CellChannel(Message request, IoPub iopub, Input input) {
        this.request = request;
        this.iopub = iopub;
        this.input = input;
        this.allowStdin = request.flag("allow_stdin", true);
    }

    @Override
    public void stdout(String text) {
        iopub.awaitRoom();
        iopub.stream(request.rawHeader(), "stdout", text);
    }

    @Override
    public void stderr(String text) {
        iopub.awaitRoom();
        iopub.stream(request.rawHeader(), "stderr", text);
    }

    @Override
    public void display(MimeBundle bundle, Optional<String> displayId) {
        publish("display_data", bundle, displayId);
    }

    @Override
    public void updateDisplay(MimeBundle bundle, String displayId) {
        publish("update_display_data", bundle, Optional.of(displayId));
    }

    private void publish(String type, MimeBundle bundle, Optional<String> displayId) {
        Map<String, Object> content = content(bundle);
        content.put("transient", displayId.map(id -> Map.of("display_id", id)).orElse(Map.of()));
        iopub.awaitRoom();
        iopub.publish(request.rawHeader(), type, Map.of(), content);
    }

    static Map<String, Object> content(MimeBundle bundle) {
        Map<String, Object> content = new LinkedHashMap<>();
        Map<String, Object> data = new LinkedHashMap<>();
        bundle.data().forEach((type, text) -> data.put(type, isJson(type) ? structure(text) : text));
        content.put("data", data);
        content.put("metadata", bundle.metadata());
        return content;
    }

    private static boolean isJson(String mimeType) {
        return mimeType.equals("application/json") || mimeType.endsWith("+json");
    }

    /** JSON goes to front ends as what it says; text that is none goes as it is. */
    private static Object structure(String text) {
        try {
            return Json.readValue(text);
        } catch (IOException e) {
            return text;
        }
    }

    @Override
    public void clearOutput(boolean wait) {
        iopub.awaitRoom();
        iopub.publish(request.rawHeader(), "clear_output", Map.of(), Map.of("wait", wait));
    }

    @Override
    public void comm(String type, Map<String, ?> content, Map<String, ?> metadata, List<byte[]> buffers) {
        iopub.awaitRoom();
        iopub.publish(request.rawHeader(), type, metadata, content, buffers);
    }

    @Override
    public String readLine(String prompt, boolean password) throws IOException {
        if (!allowStdin) {
            throw new IOException(
                    "this cell asks for input, but its front end allows none (allow_stdin is false, as where"
                            + " a notebook is run without a person)");
        }
        return input.ask(request, prompt, password);
    }
}
