package segue.feedback;

import java.time.Instant;

/** A song that somebody played. */
public record Play(String song, Instant at) {}
