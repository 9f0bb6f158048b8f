package segue.kernel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import segue.kernel.wire.Message;

/**
 * The cells that were stored: of this session, the last {@value #MAX_CELLS} of them, and where there is a file, of those
 * before. Values are kept for this session alone. The file is only touched on a thread of its own, and when a question
 * reaches back behind this session.
 */
final class History {
    static final int MAX_CELLS = 10_000;
    private static final int PATIENCE_AT_END_MILLIS = 200;

    private final HistoryFile file;
    private final Consumer<String> log;
    private final List<Entry> entries = new ArrayList<>();
    private final Queue<Entry> toKeep = new ConcurrentLinkedQueue<>();
    private ExecutorService keeper;
    private volatile boolean failed;
    private int session;

    private record Entry(int session, int line, String input, String output) {}

    /**
     * @param file null keeps nothing
     * @param log is told once if the file cannot be used
     */
    History(HistoryFile file, Consumer<String> log) {
        this.file = file;
        this.log = log;
        this.session = file == null ? 1 : 0;
    }

    synchronized void add(int line, String input) {
        if (entries.size() == MAX_CELLS) {
            entries.removeFirst();
        }
        entries.add(new Entry(0, line, input, null));
    }

    /** Chooses a cell to be kept for later sessions; {@link #write} does it. */
    void keep(int line, String input) {
        if (file != null && !input.isBlank()) {
            toKeep.add(new Entry(0, line, input, null));
        }
    }

    /** Writes what is to be kept, without waiting for it. */
    synchronized void write() {
        if (toKeep.isEmpty() || keeper != null && keeper.isShutdown()) {
            return;
        }
        if (keeper == null) {
            keeper = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("segue-history").factory());
        }
        keeper.execute(this::writeAll);
    }

    /** Sets the text of the newest cell's value. */
    synchronized void setOutput(int line, String output) {
        if (!entries.isEmpty() && entries.getLast().line == line) {
            entries.set(entries.size() - 1, new Entry(0, line, entries.getLast().input, output));
        }
    }

    private void writeAll() {
        try {
            for (Entry next = toKeep.poll(); next != null; next = toKeep.poll()) {
                file.add(number(), next.line, next.input);
            }
        } catch (IOException e) {
            if (!failed) {
                failed = true;
                log.accept("cells are not remembered for later sessions: " + e);
            }
        }
    }

    /** The number of this session, which takes the next that is free when it is first needed. */
    private synchronized int number() throws IOException {
        if (session == 0) {
            session = file.begin();
        }
        return session;
    }

    /** Content of a {@code history_reply}. */
    Map<String, Object> answer(Message request) {
        int n = request.number("n", MAX_CELLS);
        List<Entry> found = switch (request.text("hist_access_type", "tail")) {
            case "range" -> range(request);
            case "search" -> last(search(request), n);
            default -> last(all(n), n);
        };
        boolean withOutput = request.flag("output", false);
        List<Object> rows = new ArrayList<>();
        for (Entry entry : found) {
            List<Object> pair = new ArrayList<>();
            pair.add(entry.input);
            pair.add(entry.output);
            rows.add(List.of(entry.session, entry.line, withOutput ? pair : entry.input));
        }
        Map<String, Object> content = Conversation.ok();
        content.put("history", rows);
        return content;
    }

    private List<Entry> present() {
        int number = 1;
        try {
            number = number();
        } catch (IOException e) {
            session = 1;
        }
        synchronized (this) {
            List<Entry> present = new ArrayList<>();
            for (Entry entry : entries) {
                present.add(new Entry(number, entry.line, entry.input, entry.output));
            }
            return present;
        }
    }

    /** Earlier sessions first; the file is left alone where this session alone has enough. */
    private List<Entry> all(int enough) {
        List<Entry> present = present();
        List<Entry> all = new ArrayList<>();
        if (file != null && present.size() < enough) {
            all.addAll(earlier(present.isEmpty() ? session : present.getFirst().session));
        }
        all.addAll(present);
        return all;
    }

    private List<Entry> earlier(int own) {
        try {
            return file.read().stream()
                    .filter(cell -> cell.session() != own)
                    .map(cell -> new Entry(cell.session(), cell.line(), cell.input(), null))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Lines from {@code start} up to and without {@code stop}, counted from the end where negative; session 0 is the
     * present one, -1 the one before.
     */
    private List<Entry> range(Message request) {
        int asked = request.number("session", 0);
        List<Entry> present = present();
        int wanted = asked > 0 ? asked : session + asked;
        List<Entry> lines = wanted == session
                ? present
                : all(Integer.MAX_VALUE).stream()
                        .filter(entry -> entry.session == wanted)
                        .toList();
        int end = lines.isEmpty() ? 1 : lines.getLast().line + 1;
        int start = request.number("start", 1);
        int stop = request.number("stop", Integer.MAX_VALUE);
        int from = start < 0 ? end + start : start;
        int to = stop < 0 ? end + stop : stop;
        return lines.stream()
                .filter(entry -> entry.line >= from && entry.line < to)
                .toList();
    }

    private List<Entry> search(Message request) {
        Pattern pattern = glob(request.text("pattern", "*"));
        List<Entry> found = all(Integer.MAX_VALUE).stream()
                .filter(entry -> pattern.matcher(entry.input).matches())
                .toList();
        if (!request.flag("unique", false)) {
            return found;
        }
        Map<String, Entry> newest = new LinkedHashMap<>();
        for (Entry entry : found) {
            newest.remove(entry.input);
            newest.put(entry.input, entry);
        }
        return List.copyOf(newest.values());
    }

    /** As a shell understands it: {@code *} is any text, {@code ?} any character. */
    private static Pattern glob(String text) {
        String regex = text.codePoints()
                .mapToObj(c -> switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                })
                .collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL);
    }

    private static List<Entry> last(List<Entry> all, int n) {
        return all.subList(Math.max(0, all.size() - Math.max(0, n)), all.size());
    }

    /** Waits a moment until everything is written that is to be kept. */
    void close() throws InterruptedException {
        ExecutorService last;
        synchronized (this) {
            last = keeper;
        }
        if (last != null) {
            last.shutdown();
            last.awaitTermination(PATIENCE_AT_END_MILLIS, TimeUnit.MILLISECONDS);
        }
        writeAll();
    }
}
