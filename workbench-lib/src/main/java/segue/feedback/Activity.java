package segue.feedback;

import java.time.Instant;
import java.util.Optional;

/** When each kind of thing happened last; empty where it never did. */
public record Activity(
        Optional<Instant> rating, Optional<Instant> search, Optional<Instant> play, Optional<Instant> trial) {}
