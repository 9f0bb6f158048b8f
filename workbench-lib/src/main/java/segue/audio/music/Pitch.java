package segue.audio.music;

/** Pitch as octaves above the A of 27.5 Hz, four octaves below concert pitch. */
final class Pitch {
    private static final double LOWEST_A_HZ = 27.5;
    private static final double LN_2 = Math.log(2);

    private Pitch() {}

    static double octaves(double hz) {
        return Math.log(hz / LOWEST_A_HZ) / LN_2;
    }
}
