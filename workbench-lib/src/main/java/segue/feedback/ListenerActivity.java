package segue.feedback;

import java.time.Instant;

/**
 * How much is stored under one listener's id.
 *
 * @param ratings all of them, the withdrawn ones too
 * @param last when the last of it came in
 */
public record ListenerActivity(Listener listener, int ratings, int searches, int plays, Instant last) {}
