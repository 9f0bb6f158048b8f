package segue.spark.catalog;

import java.io.Serializable;
import java.util.Comparator;
import segue.catalog.RowPlace;

/** What a shuffle sorts by: those of one group follow each other in the order of their places. */
record Key(String group, RowPlace place) implements Comparable<Key>, Serializable {
    private static final Comparator<Key> ORDER =
            Comparator.comparing(Key::group).thenComparing(Key::place);

    @Override
    public int compareTo(Key other) {
        return ORDER.compare(this, other);
    }
}
