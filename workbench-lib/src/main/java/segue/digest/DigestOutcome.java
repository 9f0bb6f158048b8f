package segue.digest;

import java.util.Optional;
import segue.feedback.EmailAddress;
import segue.feedback.Listener;

/**
 * What came of one person's digest.
 *
 * @param address where the person is subscribed; empty for a file of one's own
 * @param digest empty where none was made
 * @param sentence for people, without the whole address
 * @param text of the digest; empty where none was made
 */
public record DigestOutcome(
        Listener listener,
        Optional<EmailAddress> address,
        State state,
        Optional<Digest> digest,
        String sentence,
        Optional<String> text) {
    /** How it ended. */
    public enum State {
        SENT,
        /** It would have been, in a dry run. */
        READY,
        /** This person had one this week. */
        ALREADY,
        /** There is nothing to recommend from. */
        NOTHING,
        FAILED,
        /** The server may have taken it; it is not tried again. */
        UNCERTAIN
    }

    static DigestOutcome without(DigestRun.Person person, State state, String sentence) {
        return new DigestOutcome(
                person.listener(), person.address(), state, Optional.empty(), sentence, Optional.empty());
    }

    static DigestOutcome of(DigestRun.Person person, Letter letter, State state, String sentence) {
        return new DigestOutcome(
                person.listener(),
                person.address(),
                state,
                Optional.of(letter.digest()),
                sentence,
                Optional.of(letter.text()));
    }
}
