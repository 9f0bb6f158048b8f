package segue.feedback.sql;

import java.sql.SQLException;
import java.util.Locale;

/** What a database complains about, in words for the person who named it. */
final class Complaint {
    private Complaint() {}

    static DatabaseException of(DatabaseAddress address, SQLException thrown) {
        SQLException cause = innermost(thrown);
        return new DatabaseException(address, DatabaseAddress.masked(words(address, cause)), thrown);
    }

    /** A pool and a migration wrap what the driver said. */
    private static SQLException innermost(SQLException thrown) {
        SQLException found = thrown;
        for (Throwable next = thrown; next != null; next = next.getCause()) {
            if (next instanceof SQLException inner) {
                found = inner;
            }
        }
        return found;
    }

    private static String words(DatabaseAddress address, SQLException e) {
        return switch (address.engine()) {
            case SQLITE -> ofFile(e);
            case POSTGRESQL -> ofPostgres(e);
            case MYSQL -> ofMySql(e);
        };
    }

    /** By SQLite's result codes; the upper bits say more than is needed here. */
    private static String ofFile(SQLException e) {
        return switch (e.getErrorCode() & 0xff) {
            case 5, 6 -> "is busy: another program has kept it locked; close that one, or try again";
            case 8 -> "cannot be written to; check who owns the file and its folder";
            case 10 -> "the disk failed: " + said(e);
            case 11, 26 ->
                "is no SQLite database, or a damaged one; name another file, or move this one away to begin anew";
            case 13 -> "the disk is full; what was answered for before is safe";
            case 14, 23 -> "cannot be opened; check that its folder is there and can be written to";
            default -> said(e);
        };
    }

    private static String ofPostgres(SQLException e) {
        return switch (state(e)) {
            case "28P01" -> "the server refuses this user or password; check user= and password= of the URL";
            case "28000" -> "the server refuses this user from here: " + said(e);
            case "3D000" -> "the server has no such database; make it first (createdb), or correct the URL";
            case "42501" ->
                "this user may not make or use Segue's tables; make it the owner of the database: " + said(e);
            case "57P03" -> "the server is starting or stopping; try again in a moment";
            case "53300" -> "the server has no connection left for Segue; raise its limit, or close others";
            default -> unreachable(e) ? notReached(e) : said(e);
        };
    }

    private static String ofMySql(SQLException e) {
        return switch (e.getErrorCode()) {
            case 1045, 1698 -> "the server refuses this user or password; check user= and password= of the URL";
            case 1049 -> "the server has no such database; make it first (CREATE DATABASE), or correct the URL";
            case 1044, 1142 -> "this user may not make or use Segue's tables; grant it all on the database: " + said(e);
            case 1040, 1203 -> "the server has no connection left for Segue; raise its limit, or close others";
            default -> unreachable(e) ? notReached(e) : said(e);
        };
    }

    private static boolean unreachable(SQLException e) {
        return state(e).startsWith("08");
    }

    private static String notReached(SQLException e) {
        if (said(e).contains("sslMode=disable")) {
            return "the server offers no encryption; where the network between is your own, add sslMode=disable to the URL";
        }
        return "no answer from the server; check host, port, and that it runs: " + said(e);
    }

    private static String state(SQLException e) {
        return e.getSQLState() == null ? "" : e.getSQLState().toUpperCase(Locale.ROOT);
    }

    private static String said(SQLException e) {
        String message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
