package segue.evaluate;

/**
 * A way to recommend, by the name it has in tables.
 *
 * @param name short, as it is typed
 * @param description one line
 * @param learner makes it, once for each split
 * @param fromLabels whether it learns from labels of songs; then it is judged only where the training has some
 */
public record Variant(String name, String description, Learner learner, boolean fromLabels) {
    public Variant(String name, String description, Learner learner) {
        this(name, description, learner, false);
    }

    public Variant {
        if (name.isBlank() || description.isBlank()) {
            throw new IllegalArgumentException("a variant needs a name and one line that describes it");
        }
    }
}
