package segue.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** The table of trials. An answer is final, because the names of the methods are shown after it. */
final class Trials {
    private static final String COLUMNS =
            "id, listener, asked_song, left_method, right_method, shown_millis, preferred,"
                    + " left_score, right_score";

    static final String OF_LISTENER =
            "SELECT %s FROM trial WHERE listener = ? ORDER BY shown_millis, id".formatted(COLUMNS);
    static final String ANSWERED =
            "SELECT %s FROM trial WHERE preferred IS NOT NULL ORDER BY at_millis, id".formatted(COLUMNS);

    private Trials() {}

    static void add(Connection connection, Trial trial) throws SQLException {
        Rows.change(
                connection,
                "INSERT INTO trial (id, listener, asked_song, left_method, right_method, shown_millis)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                trial.id(),
                trial.listener().id(),
                trial.askedSong(),
                trial.leftMethod(),
                trial.rightMethod(),
                trial.shown().toEpochMilli());
    }

    static Optional<Trial> find(Connection connection, Listener listener, String id) throws SQLException {
        return Rows.list(
                        connection,
                        Trials::read,
                        "SELECT %s FROM trial WHERE id = ? AND listener = ?".formatted(COLUMNS),
                        id,
                        listener.id())
                .stream()
                .findFirst();
    }

    /** Does nothing where there is an answer already, from whichever process. */
    static void answer(Connection connection, String id, TrialAnswer answer, Instant at) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE trial SET preferred = ?, left_score = ?, right_score = ?, at_millis = ?"
                        + " WHERE id = ? AND preferred IS NULL")) {
            update.setString(1, answer.preferred().name());
            Rows.setScore(update, 2, answer.leftScore());
            Rows.setScore(update, 3, answer.rightScore());
            update.setLong(4, at.toEpochMilli());
            update.setString(5, id);
            update.executeUpdate();
        }
    }

    static Trial read(ResultSet row) throws SQLException {
        String preferred = row.getString("preferred");
        Optional<TrialAnswer> answer = preferred == null
                ? Optional.empty()
                : Optional.of(new TrialAnswer(
                        TrialAnswer.Side.valueOf(preferred),
                        Rows.score(row, "left_score"),
                        Rows.score(row, "right_score")));
        return new Trial(
                row.getString("id"),
                new Listener(row.getString("listener")),
                row.getString("asked_song"),
                row.getString("left_method"),
                row.getString("right_method"),
                Instant.ofEpochMilli(row.getLong("shown_millis")),
                answer);
    }
}
