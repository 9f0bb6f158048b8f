package segue.lab;

/** What is asked of every contender. */
public enum Task {
    /** Queries one at a time; times are of one query. */
    SINGLE("one query", "one query at a time"),
    /** {@link LabOptions#batch()} queries at once; times are of the whole batch. */
    BATCH("batch", "a batch of queries"),
    /** The nearest other rows of every row; times are of all rows. */
    ALL_PAIRS("all pairs", "all pairs: the nearest others of every row");

    private final String label;
    private final String title;

    Task(String label, String title) {
        this.label = label;
        this.title = title;
    }

    public String label() {
        return label;
    }

    public String title() {
        return title;
    }
}
