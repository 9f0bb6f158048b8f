package segue.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import segue.catalog.Catalog;
import segue.feedback.sql.Database;
import segue.feedback.sql.DatabaseAddress;

/**
 * Listeners that never were, with what they searched, played and rated: for notebooks and tests, where nobody has listened yet.
 * Nothing about people or methods can be learned from it; the methods are as good as they are told to be.
 *
 * <p>Each invented listener likes a few genres, comes some evenings a week from some week on, and gives either scores or likes. The
 * same values give the same feedback on every machine.
 *
 * @param listeners 1 to 10,000
 * @param weeks before {@code until} in which it all happened, 1 to 520
 * @param until the end
 * @param methods names with the average score that they are to get, 0 to 10; at least one
 * @param seed of everything that is drawn
 */
public record InventedFeedback(int listeners, int weeks, Instant until, Map<String, Double> methods, long seed) {
    private static final List<String> TABLES = List.of("rating", "search", "play", "trial");

    /** @throws IllegalArgumentException if a value is out of range; the message names it */
    public InventedFeedback {
        require("listeners", listeners, 10_000);
        require("weeks", weeks, 520);
        methods = new TreeMap<>(methods);
        if (methods.isEmpty()) {
            throw new IllegalArgumentException("feedback is about methods: name at least one");
        }
        methods.forEach((method, score) -> {
            Text.require("method", method, Text.LONGEST_METHOD);
            if (!(score >= 0 && score <= Opinion.BEST)) {
                throw new IllegalArgumentException(
                        "average score of %s must be in [0, %d] but was %s".formatted(method, Opinion.BEST, score));
            }
        });
    }

    private static void require(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("%s must be in [1, %,d] but was %,d".formatted(name, most, value));
        }
    }

    /** 30 listeners in the eight weeks before March 2026, and four methods, {@code random} among them. */
    public static InventedFeedback defaults() {
        return new InventedFeedback(
                30,
                8,
                Instant.parse("2026-03-01T00:00:00Z"),
                Map.of("euclidean", 6.2, "learned", 7.1, "cosine", 6.0, "random", 3.4),
                42);
    }

    public InventedFeedback withListeners(int newListeners) {
        return new InventedFeedback(newListeners, weeks, until, methods, seed);
    }

    public InventedFeedback withWeeks(int newWeeks) {
        return new InventedFeedback(listeners, newWeeks, until, methods, seed);
    }

    public InventedFeedback withUntil(Instant newUntil) {
        return new InventedFeedback(listeners, weeks, newUntil, methods, seed);
    }

    public InventedFeedback withMethods(Map<String, Double> newMethods) {
        return new InventedFeedback(listeners, weeks, until, newMethods, seed);
    }

    /**
     * Writes it all into an empty database, in one transaction.
     *
     * @return the store, open
     * @throws IllegalArgumentException if the database has feedback already, or the catalogue has no songs
     */
    public FeedbackStore into(DatabaseAddress address, Catalog songs) {
        if (songs.size() == 0) {
            throw new IllegalArgumentException("invented listeners need songs but the catalogue is empty");
        }
        List<InventedEvening.Event> events = new InventedEvening(this, songs)
                .all().stream()
                        .sorted(Comparator.comparing(InventedEvening.Event::at))
                        .toList();
        try (Database database = Database.open(address)) {
            database.write(connection -> {
                requireEmpty(connection, address);
                for (InventedEvening.Event event : events) {
                    event.row().write(connection, event.at());
                }
                return events;
            });
        }
        return FeedbackStore.open(address);
    }

    private static void requireEmpty(Connection connection, DatabaseAddress address) throws SQLException {
        for (String table : TABLES) {
            if (!Rows.list(connection, row -> 1, "SELECT at_millis FROM %s LIMIT 1".formatted(table))
                    .isEmpty()) {
                throw new IllegalArgumentException(
                        "%s has feedback already: invented listeners would be taken for real ones; name another database"
                                .formatted(address));
            }
        }
    }
}
