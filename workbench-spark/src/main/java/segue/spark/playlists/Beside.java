package segue.spark.playlists;

import java.io.Serializable;

/**
 * Songs that stand in playlists with a song, or in a part of the playlists.
 *
 * @param song number
 * @param others their numbers
 * @param counts of playlists that have both
 */
record Beside(int song, int[] others, int[] counts) implements Serializable {}
