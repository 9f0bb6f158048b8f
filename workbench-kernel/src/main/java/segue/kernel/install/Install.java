package segue.kernel.install;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;

/**
 * Tells Jupyter of the kernel, or takes it back.
 *
 * <pre>
 * java -cp CLASSPATH segue.kernel.install.Install --user --classpath CLASSPATH
 * java -cp CLASSPATH segue.kernel.install.Install --prefix /usr/local --classpath CLASSPATH --force
 * java -cp CLASSPATH segue.kernel.install.Install --user --uninstall
 * </pre>
 */
public final class Install {
    static final String USAGE =
            "use: (--user | --sys-prefix DIR | --prefix DIR)" + " (--classpath PATH [--force] | --uninstall)";

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private Path dataFolder;
    private String classpath = "";
    private boolean force;
    private boolean uninstall;

    Install(Map<String, String> environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new Install(System.getenv(), System.out, System.err).run(arguments));
    }

    /**
     * The folder goes to standard output, what happened to standard error.
     *
     * @return 0, 1 if it failed, or 2 for wrong use
     */
    int run(String... arguments) {
        try {
            read(arguments);
        } catch (IllegalArgumentException e) {
            err.println("segue: " + e.getMessage() + "; " + USAGE);
            return 2;
        }
        KernelFolder folder = KernelFolder.below(dataFolder);
        try {
            if (uninstall) {
                err.println(
                        folder.uninstall() ? "segue: the kernel is removed" : "segue: no kernel was installed there");
            } else {
                KernelFolder.Outcome outcome =
                        folder.install(KernelSpec.of(classpath).files(), force);
                err.println(
                        outcome == KernelFolder.Outcome.INSTALLED
                                ? "segue: the kernel is installed"
                                : "segue: the kernel is installed already, and as it should be");
            }
            out.println(folder.path());
            return 0;
        } catch (KernelFolder.ForeignKernelException e) {
            err.println("segue: " + e.getMessage());
            return 1;
        } catch (IOException e) {
            err.println("segue: " + folder.path() + " cannot be changed: " + e);
            return 1;
        }
    }

    private void read(String... arguments) {
        Iterator<String> rest = Arrays.asList(arguments).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--user" ->
                    chooseFolder(JupyterData.folder(
                            environment, System.getProperty("os.name"), Path.of(System.getProperty("user.home"))));
                case "--sys-prefix", "--prefix" -> chooseFolder(JupyterData.folder(path(option, rest)));
                case "--classpath" -> classpath = value(option, rest);
                case "--force" -> force = true;
                case "--uninstall" -> uninstall = true;
                default -> throw new IllegalArgumentException("there is no option " + option);
            }
        }
        if (dataFolder == null) {
            throw new IllegalArgumentException("it must be said where to install");
        }
        if (classpath.isBlank() && !uninstall) {
            throw new IllegalArgumentException("--classpath is missing");
        }
    }

    private void chooseFolder(Path folder) {
        if (dataFolder != null) {
            throw new IllegalArgumentException("only one place can be given");
        }
        dataFolder = folder;
    }

    private static Path path(String option, Iterator<String> rest) {
        try {
            return Path.of(value(option, rest));
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(option + " needs a folder: " + e.getMessage(), e);
        }
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.next();
    }
}
