package segue.kernel.install;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** For whom the kernel is: one of Jupyter's three places. */
final class Place {
    @Option(names = "--user", description = "For you, in every Jupyter that you start.")
    private boolean user;

    @Option(names = "--sys-prefix", description = "For the Python environment that has Jupyter.")
    private boolean sysPrefix;

    @Option(names = "--prefix", paramLabel = "DIR", description = "Below DIR/share/jupyter, such as /usr/local.")
    private Path prefix;

    /** Jupyter's data folder there. */
    Path dataFolder(CommandLine command) {
        if (prefix != null) {
            return JupyterData.folder(prefix);
        }
        if (!sysPrefix) {
            return JupyterData.folder(System.getenv(), System.getProperty("os.name"), home());
        }
        String environment = System.getenv("SEGUE_SYS_PREFIX");
        if (environment == null) {
            throw new ParameterException(
                    command, "--sys-prefix needs a Python that has Jupyter, and none was found: give --prefix DIR");
        }
        return JupyterData.folder(Path.of(environment));
    }

    /** Jupyter, like the shell, believes what HOME says. */
    private static Path home() {
        String told = System.getenv("HOME");
        return Path.of(told == null || told.isBlank() ? System.getProperty("user.home") : told);
    }
}
