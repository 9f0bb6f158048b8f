package segue.feedback;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import segue.feedback.sql.Database;
import segue.feedback.sql.DatabaseAddress;
import segue.feedback.sql.DatabaseException;

/**
 * What listeners said, searched and played, in a database. What a method has stored is on disk when it returns, and a process
 * that is killed loses none of it. Any number of threads may call; every method may throw {@link DatabaseException}, whose
 * message says what is wrong with the database, and {@link IllegalArgumentException} for what no database could take.
 */
public final class FeedbackStore implements AutoCloseable {
    private final Database database;
    private final InstantSource clock;

    private FeedbackStore(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The file {@value DatabaseAddress#FILE_NAME} of a folder, made where there is none. */
    public static FeedbackStore in(Path folder) {
        return open(DatabaseAddress.in(folder));
    }

    /** Opens a database, and brings its tables up to date. Several processes may have the same one open. */
    public static FeedbackStore open(DatabaseAddress address) {
        return open(address, InstantSource.system());
    }

    static FeedbackStore open(DatabaseAddress address, InstantSource clock) {
        return new FeedbackStore(Database.open(address), clock);
    }

    public DatabaseAddress address() {
        return database.address();
    }

    /**
     * Stores a rating, once for each key however often it is asked to. All ratings are kept; of a listener's ratings of one
     * recommendation the last one counts.
     *
     * @param key made by whoever asks, once a rating, and sent again with every further try: 16 to 64 letters, digits, {@code -}
     *     or {@code _}
     * @return whether it is new; false where an earlier try had stored it
     * @throws IllegalArgumentException if the listener has used this key for another rating
     */
    public boolean rate(String key, Rating rating) {
        Text.requireToken("key", key);
        try {
            return database.write(connection -> {
                Ratings.add(connection, key, rating, now());
                return true;
            });
        } catch (DatabaseException failed) {
            // The key is there already, or was written just before the connection broke: the table knows.
            Optional<GivenRating> earlier = stored(key, rating.listener(), failed);
            if (earlier.isEmpty()) {
                throw failed;
            }
            if (!earlier.get().rating().equals(rating)) {
                throw new IllegalArgumentException(
                        "key '%s' was used for another rating; make a new one for each".formatted(key));
            }
            return false;
        }
    }

    private Optional<GivenRating> stored(String key, Listener listener, DatabaseException failed) {
        try {
            return database.read(connection -> Ratings.find(connection, listener, key));
        } catch (DatabaseException stillFailing) {
            failed.addSuppressed(stillFailing);
            throw failed;
        }
    }

    /** Every rating of a listener, the withdrawn ones too, the oldest first. */
    public List<GivenRating> ratings(Listener listener) {
        return Rows.list(database, Ratings::read, Ratings.OF_LISTENER, listener.id());
    }

    /** The ratings that count, of all listeners, the oldest first: what a recommender learns from. */
    public List<GivenRating> currentRatings() {
        return Rows.list(database, Ratings::read, Ratings.CURRENT);
    }

    /** @param typed at most 512 characters */
    public void searched(Listener listener, String typed) {
        Text.require("search", typed, Text.LONGEST_SEARCH);
        Object[] values = {listener.id(), typed, now().toEpochMilli()};
        database.write(connection ->
                Rows.change(connection, "INSERT INTO search (listener, typed, at_millis) VALUES (?, ?, ?)", values));
    }

    /** The last searches of a listener, the latest first. */
    public List<TypedSearch> searches(Listener listener, int most) {
        return Rows.list(
                database,
                row -> new TypedSearch(row.getString("typed"), Instant.ofEpochMilli(row.getLong("at_millis"))),
                "SELECT typed, at_millis FROM search WHERE listener = ? ORDER BY id DESC LIMIT ?",
                listener.id(),
                most);
    }

    public void played(Listener listener, String song) {
        Text.require("song", song, Text.LONGEST_SONG_ID);
        Object[] values = {listener.id(), song, now().toEpochMilli()};
        database.write(connection ->
                Rows.change(connection, "INSERT INTO play (listener, song, at_millis) VALUES (?, ?, ?)", values));
    }

    /** The songs that a listener played last, the latest first. */
    public List<Play> plays(Listener listener, int most) {
        return Rows.list(
                database,
                row -> new Play(row.getString("song"), Instant.ofEpochMilli(row.getLong("at_millis"))),
                "SELECT song, at_millis FROM play WHERE listener = ? ORDER BY id DESC LIMIT ?",
                listener.id(),
                most);
    }

    /**
     * Begins a blind trial of two methods; a coin decides which is shown on the left.
     *
     * @throws IllegalArgumentException if they are the same
     */
    public Trial startTrial(Listener listener, String askedSong, String oneMethod, String otherMethod) {
        Text.requireStorable("asked song", askedSong, Text.LONGEST_SONG_ID);
        Text.require("method", oneMethod, Text.LONGEST_METHOD);
        Text.require("method", otherMethod, Text.LONGEST_METHOD);
        if (oneMethod.equals(otherMethod)) {
            throw new IllegalArgumentException("a trial needs two methods but both are " + oneMethod);
        }
        boolean swap = ThreadLocalRandom.current().nextBoolean();
        Trial trial = new Trial(
                Text.randomToken(),
                listener,
                askedSong,
                swap ? otherMethod : oneMethod,
                swap ? oneMethod : otherMethod,
                now(),
                Optional.empty());
        database.write(connection -> {
            Trials.add(connection, trial);
            return trial;
        });
        return trial;
    }

    /**
     * Answers a trial. The first answer stays: the page names the methods after it.
     *
     * @return the trial with the answer that stands, which is an earlier one where there was one
     * @throws IllegalArgumentException if the listener has no such trial
     */
    public Trial answerTrial(Listener listener, String id, TrialAnswer answer) {
        Text.requireToken("trial", id);
        return database.write(connection -> {
            if (Trials.find(connection, listener, id).isEmpty()) {
                throw new IllegalArgumentException("there is no trial '%s' of this listener".formatted(id));
            }
            Trials.answer(connection, id, answer, now());
            return Trials.find(connection, listener, id).orElseThrow();
        });
    }

    /** Who wants the digest by e-mail. */
    public Subscriptions subscriptions() {
        return new Subscriptions(database, clock);
    }

    /** Which digests were made, so that nobody gets two a week. */
    public DigestLog digests() {
        return new DigestLog(database, clock);
    }

    /** What the numbers say; every call asks the database anew. */
    public FeedbackReports reports() {
        return new FeedbackReports(database);
    }

    /**
     * Writes all that is stored under a listener's id, as one JSON object; {@code out} stays open.
     *
     * @throws IOException if {@code out} cannot be written
     */
    public void export(Listener listener, OutputStream out) throws IOException {
        PersonalData.of(database, listener).write(out, now());
    }

    /** Deletes all that is stored under a listener's id. A rating whose request comes again after this is stored again. */
    public Deletion delete(Listener listener) {
        Deletion rows = database.write(connection -> new Deletion(
                deleted(connection, "rating", listener),
                deleted(connection, "search", listener),
                deleted(connection, "play", listener),
                deleted(connection, "trial", listener),
                deleted(connection, "subscription", listener),
                deletedDigests(connection, listener),
                ""));
        return rows.withWhatRemains(database.forget());
    }

    private static int deletedDigests(Connection connection, Listener listener) throws SQLException {
        deleted(connection, "digest_song", listener);
        return deleted(connection, "digest", listener);
    }

    private static int deleted(Connection connection, String table, Listener listener) throws SQLException {
        return Rows.change(connection, "DELETE FROM " + table + " WHERE listener = ?", listener.id());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        database.close();
    }
}
