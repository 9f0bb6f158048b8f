package segue.evaluate;

/**
 * A question: a playlist of which some songs are shown, and the others are to be found.
 *
 * @param list its position in the training's playlists
 * @param seeds rows that are shown, at least one
 * @param songs rows that are held back, at least one
 */
public record HeldOut(int list, int[] seeds, int[] songs) {}
