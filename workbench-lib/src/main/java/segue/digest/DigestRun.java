package segue.digest;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import segue.digest.DigestOutcome.State;
import segue.feedback.DigestClaim;
import segue.feedback.DigestLog;
import segue.feedback.EmailAddress;
import segue.feedback.FeedbackStore;
import segue.feedback.IsoWeek;
import segue.feedback.Listener;
import segue.feedback.MadeDigest;
import segue.feedback.Subscription;
import segue.progress.Progress;

/**
 * Makes this week's digests and delivers them, one after the other: to whoever had none this week, and nobody twice, however
 * many runs there are at once and whenever one is killed (see {@link DigestLog}: at most once). It stops between two digests when
 * its thread is interrupted.
 *
 * @param place where they go
 * @param page where the page is reached by whoever gets the mail
 * @param again also to who had one this week
 * @param dry deliver nothing, note nothing
 */
public record DigestRun(DigestPlace place, Optional<URI> page, boolean again, boolean dry) {
    /** Who gets one. */
    public record Person(Listener listener, Optional<Subscription> subscription) {
        /** Where the person gets mail. */
        public Optional<EmailAddress> address() {
            return subscription.map(Subscription::address);
        }
    }

    /** @throws IllegalArgumentException if the page's address is no address of the web */
    public DigestRun {
        page.filter(address -> !isWeb(address)).ifPresent(wrong -> {
            throw new IllegalArgumentException(
                    "the page's address must be http:// or https:// with a host, and nothing after the path, but was '"
                            + Plain.line(wrong.toString()) + "'");
        });
    }

    private static boolean isWeb(URI address) {
        return ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()))
                && address.getHost() != null
                && address.getUserInfo() == null
                && address.getQuery() == null
                && address.getFragment() == null;
    }

    /**
     * One outcome a person, in their order.
     *
     * @param maker made when the first digest is due, since that takes seconds
     * @throws MailException if the server cannot be reached
     * @throws IOException if a file cannot be written
     * @throws CancellationException if the thread was interrupted, saying how far it came
     */
    public List<DigestOutcome> deliver(
            FeedbackStore store, List<Person> people, Supplier<DigestMaker> maker, Instant now, ZoneId zone)
            throws IOException {
        IsoWeek week = IsoWeek.of(LocalDate.ofInstant(now, zone));
        List<DigestOutcome> outcomes = new ArrayList<>();
        List<Person> due = new ArrayList<>();
        for (Person person : people) {
            Optional<MadeDigest> made =
                    again ? Optional.empty() : store.digests().find(person.listener(), person.address(), week);
            if (made.isPresent()) {
                outcomes.add(DigestOutcome.without(person, State.ALREADY, already(made.get())));
            } else {
                due.add(person);
            }
        }
        if (!due.isEmpty()) {
            outcomes.addAll(new Work(store, maker.get(), week, now).deliver(due));
        }
        return outcomes;
    }

    private static String already(MadeDigest made) {
        return made.sent()
                ? "had the digest of %s already".formatted(made.week())
                : "has the digest of %s under way, or it was cut off and may have been sent".formatted(made.week());
    }

    /** The digests of one run. */
    private final class Work {
        private final FeedbackStore store;
        private final DigestMaker maker;
        private final Optional<MoodMap> map;
        private final IsoWeek week;
        private final Instant now;

        Work(FeedbackStore store, DigestMaker maker, IsoWeek week, Instant now) {
            this.store = store;
            this.maker = maker;
            this.map = MoodMap.of(maker.catalog());
            this.week = week;
            this.now = now;
        }

        List<DigestOutcome> deliver(List<Person> people) throws IOException {
            List<DigestOutcome> outcomes = new ArrayList<>();
            try (DigestPlace.Opened opened = dry ? (letter, time) -> "nowhere" : place.open();
                    Progress progress = Progress.begin("digests", people.size())) {
                for (Person person : people) {
                    if (Thread.currentThread().isInterrupted()) {
                        throw new CancellationException(
                                "stopped after %d of %d digests; the next run goes on with the others"
                                        .formatted(outcomes.size(), people.size()));
                    }
                    outcomes.add(deliver(person, opened));
                    progress.step();
                }
            } catch (ServerGone gone) {
                outcomes.add(gone.outcome);
                people.stream()
                        .skip(outcomes.size())
                        .forEach(person -> outcomes.add(DigestOutcome.without(
                                person, State.FAILED, "was not tried, since the server is gone")));
            }
            return outcomes;
        }

        private DigestOutcome deliver(Person person, DigestPlace.Opened opened) throws IOException {
            Optional<Digest> digest = maker.make(store, person.listener(), week, now);
            if (digest.isEmpty()) {
                return DigestOutcome.without(
                        person,
                        State.NOTHING,
                        "has not searched for or liked any song of this catalogue yet, so there is nothing to recommend from");
            }
            Letter letter = Letter.of(
                    digest.get(),
                    new Footer(page, person.subscription(), place.from().address()),
                    map);
            if (dry) {
                return DigestOutcome.of(person, letter, State.READY, "would get " + letter.subject());
            }
            DigestLog log = store.digests();
            List<String> songs = digest.get().ids();
            Optional<DigestClaim> claim = again
                    ? log.claimAgain(person.listener(), person.address(), week, songs)
                    : log.claim(person.listener(), person.address(), week, songs);
            if (claim.isEmpty()) {
                return DigestOutcome.without(
                        person,
                        State.ALREADY,
                        "had this week's digest from another run, or has unsubscribed meanwhile");
            }
            return deliver(person, letter, claim.get(), opened);
        }

        private DigestOutcome deliver(Person person, Letter letter, DigestClaim claim, DigestPlace.Opened opened)
                throws IOException {
            String where;
            try {
                where = opened.deliver(letter, now);
            } catch (MailException problem) {
                if (problem.isPerhapsSent()) {
                    return DigestOutcome.of(person, letter, State.UNCERTAIN, problem.getMessage());
                }
                store.digests().giveBack(claim);
                DigestOutcome failed = DigestOutcome.of(person, letter, State.FAILED, problem.getMessage());
                if (problem.isServerGone()) {
                    throw new ServerGone(failed);
                }
                return failed;
            } catch (IOException unwritten) {
                store.digests().giveBack(claim);
                throw unwritten;
            }
            store.digests().sent(claim);
            return DigestOutcome.of(person, letter, State.SENT, "%s: %s".formatted(where, letter.subject()));
        }
    }

    /** Ends the loop; never seen outside. */
    private static final class ServerGone extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient DigestOutcome outcome;

        ServerGone(DigestOutcome outcome) {
            super(outcome.sentence());
            this.outcome = outcome;
        }
    }
}
