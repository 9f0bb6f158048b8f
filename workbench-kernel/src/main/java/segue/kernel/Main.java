package segue.kernel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import segue.kernel.shell.JavaShell;
import segue.kernel.shell.PeerEnvironment;
import segue.kernel.shell.Shell;
import segue.kernel.shell.ShellOptions;
import segue.kernel.wire.ConnectionFile;

/**
 * Starts the kernel as Jupyter does: {@code java -cp … segue.kernel.Main CONNECTION_FILE}. Further arguments are left
 * unread, for {@code jupyter run FILE} hands the kernel the name of the file too.
 */
public final class Main {
    /** How long shutdown hooks may take; a run that trains an AOT cache, which is written at exit, needs more. */
    private static final Duration PATIENCE_AT_EXIT = Duration.ofMillis(Long.getLong("segue.exitPatienceMillis", 500));

    private Main() {}

    public static void main(String[] arguments) {
        serve(arguments, Main::shell);
    }

    /** Says at the terminal, too, which settings make no sense: a kernel without a cell yet has no other place. */
    private static Shell shell() {
        ShellOptions options = PeerEnvironment.apply(System.getenv(), ShellOptions.defaults());
        options.notes().forEach(note -> System.err.println("segue: " + note));
        return new JavaShell(options);
    }

    /**
     * Serves until a client or the end of the parent process ends it, then ends this process: 0 when asked to end, 1 when
     * the kernel failed or could not listen, 2 when it was started wrongly.
     *
     * @param opening makes the shell that runs the cells
     */
    static void serve(String[] arguments, Supplier<Shell> opening) {
        // Cells may replace System.err; the log stays with the terminal.
        PrintStream terminal = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Consumer<String> log = new RationedLog(line -> terminal.println("segue: " + line));
        int code;
        try {
            code = run(arguments, opening, log);
        } catch (InterruptedException e) {
            code = 1;
        }
        System.exit(code);
    }

    private static int run(String[] arguments, Supplier<Shell> opening, Consumer<String> log)
            throws InterruptedException {
        if (arguments.length == 0) {
            log.accept(
                    "the kernel needs the name of a connection file, as Jupyter writes it; start it through Jupyter");
            return 2;
        }
        ConnectionFile connection;
        try {
            connection = ConnectionFile.read(Path.of(arguments[0]));
        } catch (IOException | InvalidPathException e) {
            log.accept(e.getMessage());
            return 2;
        }
        Kernel kernel;
        try {
            kernel = new Kernel(
                    connection,
                    HistoryFile.ofUser(System.getenv(), Path.of(System.getProperty("user.home", "."))),
                    log);
        } catch (IOException e) {
            log.accept(e.getMessage());
            return 1;
        }
        kernel.start(opening);
        if (!Signals.onInterrupt(kernel::interrupt)) {
            log.accept("SIGINT cannot be handled here: interrupt by message");
        }
        ParentWatch.start(System.getenv("JPY_PARENT_PID"), pid -> {
            log.accept("the kernel ends because process " + pid + ", which it serves, has ended");
            kernel.end(0);
        });
        int code = kernel.awaitEnd();
        haltSoon(code);
        kernel.close();
        return code;
    }

    /** Shutdown hooks of cells and libraries get their time, but not for ever. */
    private static void haltSoon(int code) {
        Thread.ofPlatform().daemon().name("segue-halt").start(() -> {
            try {
                Thread.sleep(PATIENCE_AT_EXIT);
                Runtime.getRuntime().halt(code);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
