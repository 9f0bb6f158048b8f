package segue.kernel;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import segue.kernel.comm.Comms;
import segue.kernel.shell.Shell;
import segue.kernel.variables.VariableSummary;
import segue.kernel.wire.ConnectionFile;
import segue.kernel.wire.MessageCodec;

/** A running kernel: the sockets on one side, the shell on the other. */
final class Kernel implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofMillis(300);

    private final Consumer<String> log;
    private final Channels channels;
    private final IoPub iopub;
    private final Conversation onShell;
    private final Conversation onControl;
    private final History history;
    private final Cells cells;
    private final CommRequests comms;
    private final Dispatch dispatch;
    private final VariableInspector inspector;
    private final CellQueue queue = new CellQueue();
    private final CompletableFuture<Shell> shell = new CompletableFuture<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int exitCode;

    /**
     * Listens from now on, and answers once {@link #start started}.
     *
     * @param historyFile remembers cells for later sessions; null for none
     * @param log takes one line for each thing that a person who runs the kernel should know
     */
    Kernel(ConnectionFile connection, HistoryFile historyFile, Consumer<String> log) throws IOException {
        this.log = log;
        MessageCodec codec = new MessageCodec(connection.key());
        channels = Channels.bind(connection, codec, log);
        iopub = new IoPub(channels.iopub(), codec);
        onShell = new Conversation(channels.shell(), codec, iopub);
        onControl = new Conversation(channels.control(), codec, iopub);
        Input input = new Input(channels.stdin(), codec, iopub);
        history = new History(historyFile, log);
        cells = new Cells(onShell, iopub, input, history);
        comms = new CommRequests(Comms.installed(), onShell, iopub, queue, shell);
        inspector = new VariableInspector(Comms.installed(), this::variables, new SilentOutput(null, iopub));
        dispatch = new Dispatch(codec, log, iopub, input, history, queue, shell, comms, () -> end(0));
    }

    /**
     * Answers from now on.
     *
     * @param opening makes the shell, on the thread that will run its cells, while first questions are answered already
     */
    void start(Supplier<Shell> opening) {
        iopub.start();
        dispatch.start();
        comms.start();
        iopub.status(null, "starting");
        channels.start(
                frames -> dispatch.onShell(frames, onShell),
                frames -> dispatch.onControl(frames, onControl),
                dispatch::onStdin);
        Thread.ofPlatform().daemon().name("segue-cells").start(() -> runCells(opening));
    }

    private void runCells(Supplier<Shell> opening) {
        try {
            Shell opened = opening.get();
            shell.complete(opened);
            while (true) {
                CellQueue.Turn turn = queue.take();
                // An interrupt that came too late for its cell is not meant for the next one.
                Thread.interrupted();
                if (CommRequests.isOne(turn.request())) {
                    comms.handle(opened, turn.request());
                } else if (turn.aborted()) {
                    cells.abort(turn.request());
                } else {
                    cells.run(opened, turn.request(), stop -> abortAfter(turn, stop));
                    inspector.cellEnded();
                }
            }
        } catch (Throwable e) {
            log.accept("the kernel ends because its shell failed: " + e);
            shell.completeExceptionally(e);
            end(1);
        }
    }

    private List<VariableSummary> variables() {
        Shell opened = shell.getNow(null);
        return opened == null ? List.of() : opened.variables();
    }

    private void abortAfter(CellQueue.Turn turn, boolean failed) {
        if (failed && turn.request().flag("stop_on_error", true)) {
            queue.abortWaiting();
        }
    }

    Channels channels() {
        return channels;
    }

    void interrupt() {
        dispatch.interrupt();
    }

    /** Asks the kernel to end. */
    void end(int code) {
        exitCode = code;
        ended.countDown();
    }

    /** Waits until somebody asked for the end. */
    int awaitEnd() throws InterruptedException {
        ended.await();
        return exitCode;
    }

    private void closeHistory() {
        try {
            history.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says what is still to be said, then closes the sockets and the shell. Takes at most a second. */
    @Override
    public void close() {
        iopub.flush();
        closeHistory();
        channels.drain(FAREWELL);
        channels.close(log);
        Comms.installed().clear();
        Shell opened = shell.getNow(null);
        if (opened != null) {
            opened.close();
        }
    }
}
