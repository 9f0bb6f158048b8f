package segue.feedback;

/**
 * The right to send a digest, which one at a time has; from {@link DigestLog#claim}.
 *
 * @param token of this claim alone
 * @param first whether none was sent to this person this week
 */
public record DigestClaim(Listener listener, IsoWeek week, String token, boolean first) {}
