package segue.evaluate;

/**
 * What is judged: it answers songs for songs. Safe for use by several threads at once, and the same answer each time.
 */
@FunctionalInterface
public interface Ranker {
    /**
     * Songs that go with some others.
     *
     * @param seeds rows of the catalogue, at least one, each once: a playlist, or one song
     * @param n how many are wanted, at least 1
     * @return rows, best first, each once and none of the seeds; fewer than {@code n} where there is no more to say
     */
    int[] rank(int[] seeds, int n);

    /**
     * Songs like each of several songs; a ranker that can answer many at once in less time does so here.
     *
     * @return one answer a song, as {@link #rank} gives it for that song alone
     */
    default int[][] rankEach(int[] songs, int n) {
        int[][] ranked = new int[songs.length][];
        for (int i = 0; i < songs.length; i++) {
            ranked[i] = rank(new int[] {songs[i]}, n);
        }
        return ranked;
    }
}
