package segue.spotify.access;

/**
 * The only exception that Segue throws for what Spotify, the network or the sign-in refuses. The message says what happened
 * and what to do; it never holds a token.
 *
 * <p>Unchecked, because a notebook cell should not need a {@code try}.
 */
public final class SpotifyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why it did not work, for programs that act on it. */
    public enum Reason {
        /** No client id is set. */
        NOT_CONFIGURED,
        /** There are no tokens, or they cannot be used. */
        NOT_SIGNED_IN,
        /** The sign-in has ended: after six months, or because it was revoked at Spotify. */
        SIGN_IN_ENDED,
        /** The person, or the time, ended the sign-in before it was done. */
        SIGN_IN_FAILED,
        /** Spotify cannot be reached. */
        OFFLINE,
        /** Spotify asks to wait longer than is reasonable (429). */
        BUSY,
        /** Spotify itself fails (5xx). */
        DOWN,
        /** The sign-in lacks a permission that the call needs. */
        SCOPE_MISSING,
        /** The owner of the app has no Premium. */
        PREMIUM_NEEDED,
        /** The account is not among those that the app may serve. */
        NOT_REGISTERED,
        /** An app in development mode may not read it, as of another's playlist. */
        NOT_YOURS,
        /** It is not there, or not for this account. */
        NOT_FOUND,
        /** A playlist of that name is in the account already. */
        ALREADY_THERE,
        /** Too few songs are known to tell tastes from, or to make a playlist of. */
        TOO_FEW,
        /** Spotify refuses for another reason, which the message gives. */
        REFUSED,
        /** Something that is not Spotify's data came back: a page of a proxy, a redirect, an answer cut off. */
        UNREADABLE
    }

    public SpotifyException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public SpotifyException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
