package segue.kernel.install;

import java.nio.file.Path;
import java.util.Map;

/** Where Jupyter keeps a user's own kernels, by its own rules. */
final class JupyterData {
    private JupyterData() {}

    /**
     * @param environment as {@link System#getenv()} gives it
     * @param system as the property {@code os.name} gives it
     */
    static Path folder(Map<String, String> environment, String system, Path home) {
        String own = environment.getOrDefault("JUPYTER_DATA_DIR", "");
        if (!own.isEmpty()) {
            return Path.of(own);
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Jupyter");
        }
        String roaming = environment.getOrDefault("APPDATA", "");
        if (system.startsWith("Windows") && !roaming.isEmpty()) {
            return Path.of(roaming, "jupyter");
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        return xdg.isEmpty() ? home.resolve(".local/share/jupyter") : Path.of(xdg, "jupyter");
    }

    /** Below an environment's or a system's prefix. */
    static Path folder(Path prefix) {
        return prefix.resolve("share").resolve("jupyter");
    }
}
