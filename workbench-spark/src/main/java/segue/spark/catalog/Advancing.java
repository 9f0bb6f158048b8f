package segue.spark.catalog;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** An iterator that looks one element ahead. */
abstract class Advancing<T> implements Iterator<T> {
    private T next;
    private boolean ended;

    /** The next element, or null after the last; not asked again after that. */
    abstract T advance();

    @Override
    public final boolean hasNext() {
        if (next == null && !ended) {
            next = advance();
            ended = next == null;
        }
        return next != null;
    }

    @Override
    public final T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T current = next;
        next = null;
        return current;
    }
}
