package segue.spotify.sample;

/**
 * A song as the service has it.
 *
 * @param id of 22 letters and digits
 * @param artist one, or several with commas between
 * @param isrc the recording's code; other releases of the recording have the same
 */
public record AccountSong(String id, String name, String artist, String album, String isrc, int durationMillis) {}
