package segue.kernel;

import java.io.IOException;
import java.util.Optional;
import segue.kernel.display.MimeBundle;
import segue.kernel.shell.CellOutput;

/** For cells that the front end runs without showing them. */
enum SilentOutput implements CellOutput {
    INSTANCE;

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
    public String readLine(String prompt, boolean password) throws IOException {
        throw new IOException("code that is run silently cannot ask for input");
    }
}
