package segue.catalog.listening;

import java.time.Instant;

/**
 * How often a song was heard.
 *
 * @param row of the catalogue
 * @param plays that count, see {@link Listen#heard()}; at least 1
 * @param last when the last of them began
 */
public record SongPlays(int row, int plays, Instant last) {}
