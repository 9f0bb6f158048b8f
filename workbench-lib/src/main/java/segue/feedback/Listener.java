package segue.feedback;

/**
 * Somebody who listens, by a random id and nothing else: no name, no address, unless the person subscribes to the digest with one. A page gives a new visitor one and keeps it in the
 * browser; whoever has it can read and delete what is stored under it, so it is treated like a password.
 *
 * @param id 16 to 64 letters, digits, {@code -} or {@code _}
 */
public record Listener(String id) {
    /** @throws IllegalArgumentException if the id is of another form */
    public Listener {
        Text.requireToken("listener", id);
    }

    /** Somebody new: 128 random bits. */
    public static Listener random() {
        return new Listener(Text.randomToken());
    }

    /** Enough to tell listeners apart in a log, too little to be one. */
    @Override
    public String toString() {
        return "listener " + id.substring(0, 6) + "…";
    }
}
