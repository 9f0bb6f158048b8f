package segue.progress;

import java.util.Iterator;
import java.util.function.Supplier;

/** A loop's elements: one is done when the next is asked for. */
final class CountedIterator<T> implements Iterator<T> {
    private final Iterator<T> values;
    private final Progress progress;
    private boolean inRound;

    CountedIterator(Iterator<T> values, Supplier<Progress> begin) {
        this.values = values;
        this.progress = begin.get();
    }

    @Override
    public boolean hasNext() {
        if (inRound) {
            inRound = false;
            progress.nextRound();
            progress.step();
        }
        boolean more = values.hasNext();
        if (!more) {
            progress.end(ProgressState.Phase.DONE);
        }
        return more;
    }

    @Override
    public T next() {
        if (inRound) {
            hasNext();
        }
        T value = values.next();
        inRound = true;
        return value;
    }

    @Override
    public void remove() {
        values.remove();
    }
}
