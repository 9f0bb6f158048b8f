package segue.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import segue.feedback.sql.Database;
import segue.feedback.sql.DatabaseException;

/**
 * Which digests were made, and for whom: at most one a person and week, however many processes ask, and whenever one is killed.
 *
 * <pre>{@code
 * Optional<DigestClaim> claim = log.claim(listener, Optional.of(address), week, songs);   // before it is sent
 * if (claim.isPresent()) {
 *     if (send()) log.sent(claim.get()); else log.giveBack(claim.get());
 * }
 * }</pre>
 *
 * <p>The row is on disk before anything is sent, and unique by listener and week, and by address and week. So a digest is
 * delivered <em>at most once</em>: who is killed between the claim and its end leaves the week claimed, and nobody sends it
 * again, because nobody can know whether it went out. A missed digest is a smaller harm than a mail twice. Who knows that it
 * did not go out gives the claim back, and the next run tries again.
 *
 * <p>Of an address nothing but its SHA-256 is kept here; {@link FeedbackStore#delete} deletes all of it.
 */
public final class DigestLog {
    private final Database database;
    private final InstantSource clock;

    DigestLog(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Claims the right to send this week's digest.
     *
     * @param address where it is sent by mail: then the subscription must still be there; empty for a file
     * @param songs that stand in it, by id; they count as recommended from now on
     * @return empty where this person has one this week, or has unsubscribed meanwhile
     */
    public Optional<DigestClaim> claim(
            Listener listener, Optional<EmailAddress> address, IsoWeek week, List<String> songs) {
        return claim(listener, address, week, songs, false);
    }

    /** The same for a person who asks for one more: given back, it leaves what was noted before. */
    public Optional<DigestClaim> claimAgain(
            Listener listener, Optional<EmailAddress> address, IsoWeek week, List<String> songs) {
        return claim(listener, address, week, songs, true);
    }

    private Optional<DigestClaim> claim(
            Listener listener, Optional<EmailAddress> address, IsoWeek week, List<String> songs, boolean again) {
        songs.forEach(song -> Text.require("song", song, Text.LONGEST_SONG_ID));
        Optional<String> mailbox = address.map(EmailAddress::mailbox);
        DigestClaim first = new DigestClaim(listener, week, Text.randomToken(), true);
        try {
            return database.write(connection -> {
                if (mailbox.isPresent() && !isSubscribed(connection, listener, mailbox.get())) {
                    return Optional.empty();
                }
                if (isClaimed(connection, listener, mailbox, week)) {
                    return again ? Optional.of(anew(connection, listener, week, songs)) : Optional.empty();
                }
                Rows.change(
                        connection,
                        "INSERT INTO digest (listener, week, mailbox, state, claim, at_millis)"
                                + " VALUES (?, ?, ?, 'CLAIMED', ?, ?)",
                        listener.id(),
                        week.toString(),
                        mailbox.orElse(null),
                        first.token(),
                        clock.millis());
                note(connection, listener, week, songs);
                return Optional.of(first);
            });
        } catch (DatabaseException failed) {
            // Two servers' transactions may both have found nothing: the table let one of them write.
            if (!database.read(connection -> isClaimed(connection, listener, mailbox, week))) {
                throw failed;
            }
            return Optional.empty();
        }
    }

    private DigestClaim anew(Connection connection, Listener listener, IsoWeek week, List<String> songs)
            throws SQLException {
        Rows.change(
                connection, "DELETE FROM digest_song WHERE listener = ? AND week = ?", listener.id(), week.toString());
        note(connection, listener, week, songs);
        return new DigestClaim(listener, week, "", false);
    }

    private static boolean isSubscribed(Connection connection, Listener listener, String mailbox) throws SQLException {
        return Subscriptions.find(connection, "mailbox", mailbox)
                .filter(there -> there.listener().equals(listener))
                .isPresent();
    }

    private static boolean isClaimed(Connection connection, Listener listener, Optional<String> mailbox, IsoWeek week)
            throws SQLException {
        return !Rows.list(
                        connection,
                        row -> row.getString("claim"),
                        "SELECT claim FROM digest WHERE week = ? AND (listener = ? OR mailbox = ?)",
                        week.toString(),
                        listener.id(),
                        mailbox.orElse(""))
                .isEmpty();
    }

    private static void note(Connection connection, Listener listener, IsoWeek week, List<String> songs)
            throws SQLException {
        for (int place = 0; place < songs.size(); place++) {
            Rows.change(
                    connection,
                    "INSERT INTO digest_song (listener, week, place, song) VALUES (?, ?, ?, ?)",
                    listener.id(),
                    week.toString(),
                    place,
                    songs.get(place));
        }
    }

    /** It was handed over. */
    public void sent(DigestClaim claim) {
        database.write(connection -> Rows.change(
                connection,
                "UPDATE digest SET state = 'SENT' WHERE listener = ? AND week = ?",
                claim.listener().id(),
                claim.week().toString()));
    }

    /** It certainly was not handed over: the week is free again. */
    public void giveBack(DigestClaim claim) {
        if (!claim.first()) {
            return;
        }
        database.write(connection -> {
            int gone = Rows.change(
                    connection,
                    "DELETE FROM digest WHERE listener = ? AND week = ? AND claim = ? AND state = 'CLAIMED'",
                    claim.listener().id(),
                    claim.week().toString(),
                    claim.token());
            if (gone > 0) {
                Rows.change(
                        connection,
                        "DELETE FROM digest_song WHERE listener = ? AND week = ?",
                        claim.listener().id(),
                        claim.week().toString());
            }
            return gone;
        });
    }

    /** This person's digest of a week, if there is one; looked for by the address too where one is given. */
    public Optional<MadeDigest> find(Listener listener, Optional<EmailAddress> address, IsoWeek week) {
        return Rows.list(
                        database,
                        row -> new MadeDigest(
                                listener,
                                week,
                                row.getString("state").equals("SENT"),
                                Instant.ofEpochMilli(row.getLong("at_millis")),
                                List.of()),
                        "SELECT state, at_millis FROM digest WHERE week = ? AND (listener = ? OR mailbox = ?)",
                        week.toString(),
                        listener.id(),
                        address.map(EmailAddress::mailbox).orElse(""))
                .stream()
                .findFirst();
    }

    /** A listener's digests, the latest first. */
    public List<MadeDigest> last(Listener listener, int most) {
        return database.read(connection -> last(connection, listener, most));
    }

    static List<MadeDigest> last(Connection connection, Listener listener, int most) throws SQLException {
        List<MadeDigest> bare = Rows.list(
                connection,
                row -> new MadeDigest(
                        listener,
                        week(row.getString("week")),
                        row.getString("state").equals("SENT"),
                        Instant.ofEpochMilli(row.getLong("at_millis")),
                        List.of()),
                "SELECT week, state, at_millis FROM digest WHERE listener = ? ORDER BY week DESC LIMIT ?",
                listener.id(),
                most);
        List<MadeDigest> whole = new ArrayList<>();
        for (MadeDigest digest : bare) {
            whole.add(new MadeDigest(
                    listener,
                    digest.week(),
                    digest.sent(),
                    digest.at(),
                    Rows.list(
                            connection,
                            row -> row.getString("song"),
                            "SELECT song FROM digest_song WHERE listener = ? AND week = ? ORDER BY place",
                            listener.id(),
                            digest.week().toString())));
        }
        return whole;
    }

    /** Ids of the songs in a listener's last digests before a week, the latest first, each once. */
    public Set<String> songsBefore(Listener listener, IsoWeek week, int digests) {
        Set<String> songs = new LinkedHashSet<>();
        last(listener, digests + 1).stream()
                .filter(digest -> digest.week().compareTo(week) < 0)
                .limit(digests)
                .forEach(digest -> songs.addAll(digest.songs()));
        return songs;
    }

    private static IsoWeek week(String text) {
        return new IsoWeek(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(6)));
    }
}
