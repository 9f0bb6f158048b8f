package segue.audio.similarity;

/** A side of how music sounds, in which the parts of a distance are told. */
public enum Aspect {
    /** The colour of the sound: which instruments, voices, effects. */
    TIMBRE("timbre"),
    /** How fast, and how hard its events begin. */
    RHYTHM("rhythm"),
    /** Which notes, and how many at once. */
    HARMONY("harmony"),
    /** How loud, and how much that changes. */
    LOUDNESS("loudness and dynamics");

    private final String label;

    Aspect(String label) {
        this.label = label;
    }

    /** For people, {@code "loudness and dynamics"}. */
    public String label() {
        return label;
    }
}
