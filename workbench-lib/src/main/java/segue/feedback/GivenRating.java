package segue.feedback;

import java.time.Instant;

/** A rating, and when it came in, to the millisecond. */
public record GivenRating(Rating rating, Instant at) {}
