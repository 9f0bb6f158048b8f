package segue.page.spotify;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import segue.spotify.Spotify;
import segue.spotify.access.SignIn;
import segue.spotify.access.SpotifyException;
import segue.spotify.access.SpotifyException.Reason;
import segue.spotify.access.SpotifySession;
import segue.spotify.access.SpotifySettings;

/**
 * How it stands with the person's sign-in, and the one that is under way. Tokens stay in the file that {@link SignIn} writes:
 * what is told here may be shown.
 */
final class AccountSignIn implements AutoCloseable {
    private static final Duration ADDRESS_WITHIN = Duration.ofSeconds(10);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    private final SpotifySettings settings;
    private Optional<Attempt> latest = Optional.empty();
    /** What the latest sign-in came to, where that was no success. */
    private volatile Optional<SpotifyException> trouble = Optional.empty();

    private volatile Optional<String> account = Optional.empty();

    AccountSignIn(SpotifySettings settings) {
        this.settings = settings;
    }

    /** A sign-in, from its beginning to its end. */
    private final class Attempt {
        private final CompletableFuture<URI> address = new CompletableFuture<>();
        private final Thread thread =
                Thread.ofVirtual().name("segue-spotify-sign-in").unstarted(this::run);
        private volatile boolean over;

        private void run() {
            try {
                isOf(Spotify.of(SignIn.to(settings, address::complete)));
            } catch (SpotifyException failed) {
                trouble = Optional.of(failed);
            } catch (CancellationException given) {
                // The person knows: they have ended it.
            } finally {
                over = true;
                address.complete(null);
            }
        }
    }

    /** How it stands. */
    sealed interface State {
        /** No client id is set, and no sign-in is kept. */
        record NotConfigured() implements State {}

        /** @param trouble with the latest sign-in */
        record SignedOut(Optional<SpotifyException> trouble) implements State {}

        /** @param address of Spotify's page, on which the person is to agree */
        record Waiting(Optional<URI> address) implements State {}

        /**
         * @param account its name, where that has been asked for
         * @param until when Spotify will ask again
         * @param trouble why the account cannot be used all the same
         */
        record SignedIn(Optional<String> account, Instant until, Optional<SpotifyException> trouble) implements State {}
    }

    synchronized State state() {
        Optional<Attempt> underWay = underWay();
        if (underWay.isPresent()) {
            return new State.Waiting(Optional.ofNullable(underWay.get().address.getNow(null)));
        }
        try {
            Instant until = SpotifySession.open(settings).ends();
            if (until.isAfter(Instant.now())) {
                return new State.SignedIn(account, until, trouble);
            }
            return new State.SignedOut(trouble.or(() -> Optional.of(new SpotifyException(
                    Reason.SIGN_IN_ENDED, "the sign-in has ended, as each does after six months"))));
        } catch (SpotifyException none) {
            return none.reason() == Reason.NOT_CONFIGURED ? new State.NotConfigured() : new State.SignedOut(trouble);
        }
    }

    private Optional<Attempt> underWay() {
        return latest.filter(attempt -> !attempt.over);
    }

    /** Begins a sign-in where none is under way, and waits until there is an address to show, or why there is none. */
    State begin() {
        Attempt attempt;
        synchronized (this) {
            attempt = underWay().orElseGet(Attempt::new);
            if (underWay().isEmpty()) {
                trouble = Optional.empty();
                latest = Optional.of(attempt);
                attempt.thread.start();
            }
        }
        attempt.address
                .copy()
                .completeOnTimeout(null, ADDRESS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        return state();
    }

    /** Ends the sign-in that is under way; where there is none, deletes the one that is kept. */
    State end() throws InterruptedException {
        Optional<Attempt> ending;
        synchronized (this) {
            ending = underWay();
            trouble = Optional.empty();
            if (ending.isEmpty()) {
                account = Optional.empty();
                SignIn.out(settings);
            }
        }
        if (ending.isPresent()) {
            ending.get().thread.interrupt();
            ending.get().thread.join(ENDS_WITHIN);
        }
        return state();
    }

    /** Asks for the account's name, once. */
    void isOf(Spotify spotify) {
        if (account.isEmpty()) {
            account = Optional.of(spotify.account());
        }
    }

    /** Spotify said no to what it was asked in the name of this sign-in. */
    void failed(SpotifyException failed) {
        if (failed.reason() == Reason.SIGN_IN_ENDED || failed.reason() == Reason.NOT_SIGNED_IN) {
            account = Optional.empty();
            trouble = Optional.of(failed);
        }
    }

    @Override
    public synchronized void close() {
        underWay().ifPresent(attempt -> attempt.thread.interrupt());
    }
}
