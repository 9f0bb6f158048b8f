package segue.feedback;

import java.time.Instant;

/** A text that somebody searched for. */
public record TypedSearch(String typed, Instant at) {}
