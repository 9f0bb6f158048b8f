package segue.cli;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** Opens an address in the person's browser, where the system knows one. */
final class Browser {
    private Browser() {}

    /** Returns whether something was started; java.awt.Desktop would start a display for it. */
    static boolean open(URI address) {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean noScreen = System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null;
        List<String> command;
        if (system.contains("mac")) {
            command = List.of("open", address.toString());
        } else if (system.contains("windows")) {
            command = List.of("rundll32", "url.dll,FileProtocolHandler", address.toString());
        } else if (noScreen) {
            return false;
        } else {
            command = List.of("xdg-open", address.toString());
        }
        try {
            new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
