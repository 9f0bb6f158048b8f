package segue.kernel.shell;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.kernel.display.MimeBundle;

/** Passes a cell's output on with the names that the person has given; see {@link CellNames}. */
final class ReadableOutput implements CellOutput {
    private final CellOutput target;
    private final PrintedTraces stdout = new PrintedTraces();
    private final PrintedTraces stderr = new PrintedTraces();

    ReadableOutput(CellOutput target) {
        this.target = target;
    }

    static MimeBundle readable(MimeBundle bundle) {
        Map<String, String> data = new LinkedHashMap<>(bundle.data());
        data.replaceAll((type, text) -> type.startsWith("text/") ? CellNames.readable(text) : text);
        return new MimeBundle(data, bundle.metadata());
    }

    @Override
    public boolean isShown() {
        return target.isShown();
    }

    @Override
    public void stdout(String text) {
        pass(text, false);
    }

    @Override
    public void stderr(String text) {
        pass(text, true);
    }

    private void pass(String text, boolean isError) {
        String clean = CellNames.readable((isError ? stderr : stdout).withoutKernel(text));
        if (clean.isEmpty()) {
            return;
        }
        if (isError) {
            target.stderr(clean);
        } else {
            target.stdout(clean);
        }
    }

    @Override
    public void display(MimeBundle bundle, Optional<String> displayId) {
        target.display(readable(bundle), displayId);
    }

    @Override
    public void updateDisplay(MimeBundle bundle, String displayId) {
        target.updateDisplay(readable(bundle), displayId);
    }

    @Override
    public void clearOutput(boolean wait) {
        target.clearOutput(wait);
    }

    @Override
    public void comm(String type, Map<String, ?> content, Map<String, ?> metadata, List<byte[]> buffers) {
        target.comm(type, content, metadata, buffers);
    }

    @Override
    public String readLine(String prompt, boolean password) throws IOException {
        return target.readLine(CellNames.readable(prompt), password);
    }
}
