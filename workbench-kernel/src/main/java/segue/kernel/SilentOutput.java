package segue.kernel;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.kernel.display.MimeBundle;
import segue.kernel.shell.CellOutput;

/**
 * For cells that the front end runs without showing them: nothing is shown, but comms are open to them.
 *
 * @param header of the request that is worked on; null where there is none
 */
record SilentOutput(byte[] header, IoPub iopub) implements CellOutput {

    @Override
    public boolean isShown() {
        return false;
    }

    @Override
    public void stdout(String text) {}

    @Override
    public void stderr(String text) {}

    @Override
    public void display(MimeBundle bundle, Optional<String> displayId) {}

    @Override
    public void updateDisplay(MimeBundle bundle, String displayId) {}

    @Override
    public void clearOutput(boolean wait) {}

    @Override
    public void comm(String type, Map<String, ?> content, Map<String, ?> metadata, List<byte[]> buffers) {
        iopub.awaitRoom();
        iopub.publish(header, type, metadata, content, buffers);
    }

    @Override
    public String readLine(String prompt, boolean password) throws IOException {
        throw new IOException("code that is run silently cannot ask for input");
    }
}
