package segue.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import segue.kernel.wire.Message;

/** The cells that this session has stored, the last {@value #MAX_CELLS} of them. It is session number 1. */
final class History {
    static final int MAX_CELLS = 10_000;
    private static final int SESSION = 1;

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(int line, String input, String output) {}

    synchronized void add(int line, String input) {
        if (entries.size() == MAX_CELLS) {
            entries.removeFirst();
        }
        entries.add(new Entry(line, input, null));
    }

    /** Sets the text of the newest cell's value. */
    synchronized void setOutput(int line, String output) {
        if (!entries.isEmpty() && entries.getLast().line == line) {
            entries.set(entries.size() - 1, new Entry(line, entries.getLast().input, output));
        }
    }

    /** Content of a {@code history_reply}. */
    synchronized Map<String, Object> answer(Message request) {
        List<Entry> found = switch (request.text("hist_access_type", "tail")) {
            case "range" -> range(request);
            case "search" -> last(search(request), request.number("n", MAX_CELLS));
            default -> last(entries, request.number("n", MAX_CELLS));
        };
        boolean withOutput = request.flag("output", false);
        List<Object> rows = new ArrayList<>();
        for (Entry entry : found) {
            List<Object> pair = new ArrayList<>();
            pair.add(entry.input);
            pair.add(entry.output);
            rows.add(List.of(SESSION, entry.line, withOutput ? pair : entry.input));
        }
        Map<String, Object> content = Conversation.ok();
        content.put("history", rows);
        return content;
    }

    /** Lines from {@code start} up to and without {@code stop}; session 0 is the present one, -1 the one before. */
    private List<Entry> range(Message request) {
        int session = request.number("session", 0);
        int start = request.number("start", 1);
        int stop = request.number("stop", Integer.MAX_VALUE);
        return entries.stream()
                .filter(entry -> session == 0 || session == SESSION)
                .filter(entry -> entry.line >= start && entry.line < stop)
                .toList();
    }

    private List<Entry> search(Message request) {
        Pattern pattern = glob(request.text("pattern", "*"));
        List<Entry> found = entries.stream()
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
        String regex = text.chars()
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
}
