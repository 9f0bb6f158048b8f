package segue.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** The table of ratings. Rows are only ever added; of a listener's rows about one recommendation the last counts. */
final class Ratings {
    private static final String COLUMNS = "listener, asked_song, song, method, opinion, score, at_millis";

    /** What counts: not what was said before, nor what was taken back. */
    static final String CURRENT = """
            SELECT id, %1$s FROM (
              SELECT id, %1$s, ROW_NUMBER() OVER (
                PARTITION BY listener, asked_song, song, method ORDER BY id DESC) AS place
              FROM rating) AS said
            WHERE place = 1 AND opinion <> 'WITHDRAWN'
            ORDER BY id""".formatted(COLUMNS);

    static final String ALL = "SELECT %s FROM rating ORDER BY id".formatted(COLUMNS);
    static final String OF_LISTENER = "SELECT %s FROM rating WHERE listener = ? ORDER BY id".formatted(COLUMNS);

    private Ratings() {}

    static void add(Connection connection, String key, Rating rating, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO rating (request_key, %s) VALUES (?, ?, ?, ?, ?, ?, ?, ?)".formatted(COLUMNS))) {
            insert.setString(1, key);
            insert.setString(2, rating.listener().id());
            insert.setString(3, rating.askedSong());
            insert.setString(4, rating.song());
            insert.setString(5, rating.method());
            insert.setString(6, rating.opinion().kind().name());
            Rows.setScore(insert, 7, rating.opinion().score());
            insert.setLong(8, at.toEpochMilli());
            insert.executeUpdate();
        }
    }

    static Optional<GivenRating> find(Connection connection, Listener listener, String key) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT %s FROM rating WHERE listener = ? AND request_key = ?".formatted(COLUMNS))) {
            select.setString(1, listener.id());
            select.setString(2, key);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    static GivenRating read(ResultSet row) throws SQLException {
        OptionalInt score = Rows.score(row, "score");
        Opinion opinion = new Opinion(Opinion.Kind.valueOf(row.getString("opinion")), score);
        return new GivenRating(
                new Rating(
                        new Listener(row.getString("listener")),
                        row.getString("asked_song"),
                        row.getString("song"),
                        row.getString("method"),
                        opinion),
                Instant.ofEpochMilli(row.getLong("at_millis")));
    }
}
