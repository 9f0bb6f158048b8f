package segue.neighbors;

/**
 * Which back end answers, and why.
 *
 * @param backend never {@link Backend#AUTO}
 * @param reason one sentence for people
 */
public record Choice(Backend backend, String reason) {}
