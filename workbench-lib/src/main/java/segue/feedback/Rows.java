package segue.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import segue.feedback.sql.Database;

/** Rows of a query one after another, however many there are. */
final class Rows {
    private static final int FETCHED_AT_ONCE = 1000;

    private Rows() {}

    /** What to do with a row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** What to do with every row. */
    @FunctionalInterface
    interface RowVisitor {
        void visit(ResultSet row) throws SQLException;
    }

    static void forEach(Connection connection, RowVisitor visitor, String query, Object... arguments)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setFetchSize(FETCHED_AT_ONCE);
            for (int i = 0; i < arguments.length; i++) {
                select.setObject(i + 1, arguments[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    visitor.visit(row);
                }
            }
        }
    }

    static <T> List<T> list(Connection connection, RowReader<T> reader, String query, Object... arguments)
            throws SQLException {
        List<T> rows = new ArrayList<>();
        forEach(connection, row -> rows.add(reader.read(row)), query, arguments);
        return rows;
    }

    static <T> List<T> list(Database database, RowReader<T> reader, String query, Object... arguments) {
        return database.read(connection -> list(connection, reader, query, arguments));
    }

    static int change(Connection connection, String statement, Object... arguments) throws SQLException {
        try (PreparedStatement change = connection.prepareStatement(statement)) {
            for (int i = 0; i < arguments.length; i++) {
                change.setObject(i + 1, arguments[i]);
            }
            return change.executeUpdate();
        }
    }

    static OptionalInt score(ResultSet row, String column) throws SQLException {
        int score = row.getInt(column);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(score);
    }

    static void setScore(PreparedStatement statement, int at, OptionalInt score) throws SQLException {
        if (score.isPresent()) {
            statement.setInt(at, score.getAsInt());
        } else {
            statement.setNull(at, Types.INTEGER);
        }
    }
}
