package segue.feedback;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import segue.feedback.sql.Database;
import segue.feedback.sql.DatabaseException;

/**
 * Who wants the digest, and where. An address belongs to one listener and a listener has one address, since a digest a week is
 * promised to a person.
 *
 * <p>Whoever subscribes an address here is believed. That is right for the owner of the machine, who types it. A page that
 * takes addresses from anybody must first ask the address itself, by a mail with a link (double opt-in).
 */
public final class Subscriptions {
    private static final String COLUMNS = "listener, address, token, since_millis";

    private final Database database;
    private final InstantSource clock;

    Subscriptions(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Subscribes, or gives a subscriber another address; links in mails to the earlier one then end nothing any more.
     *
     * @throws IllegalArgumentException if the address gets the digest of another listener
     */
    public Subscription subscribe(Listener listener, EmailAddress address) {
        Subscription wanted =
                new Subscription(listener, address, Text.randomToken(), Instant.ofEpochMilli(clock.millis()));
        try {
            return database.write(connection -> subscribe(connection, wanted));
        } catch (DatabaseException failed) {
            // Somebody else may have written the same row at the same moment.
            Optional<Subscription> other = find(database, "mailbox", address.mailbox());
            if (other.isEmpty()) {
                throw failed;
            }
            return own(other.get(), listener);
        }
    }

    private static Subscription subscribe(Connection connection, Subscription wanted) throws SQLException {
        String mailbox = wanted.address().mailbox();
        Optional<Subscription> there = find(connection, "mailbox", mailbox);
        if (there.isPresent()) {
            return own(there.get(), wanted.listener());
        }
        Rows.change(
                connection,
                "DELETE FROM subscription WHERE listener = ?",
                wanted.listener().id());
        Rows.change(
                connection,
                "INSERT INTO subscription (listener, address, mailbox, token, since_millis) VALUES (?, ?, ?, ?, ?)",
                wanted.listener().id(),
                wanted.address().value(),
                mailbox,
                wanted.token(),
                wanted.since().toEpochMilli());
        return wanted;
    }

    private static Subscription own(Subscription there, Listener listener) {
        if (!there.listener().equals(listener)) {
            throw new IllegalArgumentException(
                    "%s gets the digest of another listener already; unsubscribe it first".formatted(there.address()));
        }
        return there;
    }

    /**
     * Ends the subscription that a token stands for; calling it again does no harm.
     *
     * @param token anything, as it came with a request
     * @return what was ended; empty where there is no such subscription (any more)
     */
    public Optional<Subscription> unsubscribe(String token) {
        return end("token", token);
    }

    public Optional<Subscription> unsubscribe(Listener listener) {
        return end("listener", listener.id());
    }

    public Optional<Subscription> unsubscribe(EmailAddress address) {
        return end("mailbox", address.mailbox());
    }

    private Optional<Subscription> end(String column, String value) {
        if (!Text.isToken(value)) {
            return Optional.empty();
        }
        return database.write(connection -> {
            Optional<Subscription> there = find(connection, column, value);
            Rows.change(connection, "DELETE FROM subscription WHERE " + column + " = ?", value);
            return there;
        });
    }

    public Optional<Subscription> of(Listener listener) {
        return find(database, "listener", listener.id());
    }

    /** Every subscription, the oldest first. */
    public List<Subscription> all() {
        return Rows.list(
                database,
                Subscriptions::read,
                "SELECT %s FROM subscription ORDER BY since_millis, listener".formatted(COLUMNS));
    }

    private static Optional<Subscription> find(Database database, String column, String value) {
        return database.read(connection -> find(connection, column, value));
    }

    static Optional<Subscription> find(Connection connection, String column, String value) throws SQLException {
        return Rows.list(
                        connection,
                        Subscriptions::read,
                        "SELECT %s FROM subscription WHERE %s = ?".formatted(COLUMNS, column),
                        value)
                .stream()
                .findFirst();
    }

    private static Subscription read(ResultSet row) throws SQLException {
        return new Subscription(
                new Listener(row.getString("listener")),
                new EmailAddress(row.getString("address")),
                row.getString("token"),
                Instant.ofEpochMilli(row.getLong("since_millis")));
    }
}
