package segue.progress;

import java.util.Comparator;
import java.util.Spliterator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A stream's elements, counted as they leave; the work is done when every part of it has run dry. */
final class CountedSpliterator<T> implements Spliterator<T> {
    private final Spliterator<T> source;
    private final Shared shared;
    private boolean dry;

    /** What the parts of a split stream have in common. */
    private static final class Shared {
        private final String label;
        private final long size;
        private final AtomicInteger parts = new AtomicInteger(1);
        private Progress progress;

        Shared(String label, long size) {
            this.label = label;
            this.size = size;
        }

        /** Begun by the first element, so that a stream that nobody takes from shows nothing. */
        synchronized Progress progress() {
            if (progress == null) {
                progress = size < 0 ? Progress.begin(label) : Progress.begin(label, size);
            }
            return progress;
        }
    }

    CountedSpliterator(Spliterator<T> source, String label) {
        this(source, new Shared(label, source.getExactSizeIfKnown()));
    }

    private CountedSpliterator(Spliterator<T> source, Shared shared) {
        this.source = source;
        this.shared = shared;
    }

    @Override
    public boolean tryAdvance(Consumer<? super T> action) {
        Progress progress = shared.progress();
        boolean one = source.tryAdvance(action);
        if (one) {
            progress.step();
        } else {
            runDry(progress);
        }
        return one;
    }

    @Override
    public void forEachRemaining(Consumer<? super T> action) {
        Progress progress = shared.progress();
        source.forEachRemaining(value -> {
            action.accept(value);
            progress.step();
        });
        runDry(progress);
    }

    private void runDry(Progress progress) {
        if (!dry) {
            dry = true;
            if (shared.parts.decrementAndGet() == 0) {
                progress.end(ProgressState.Phase.DONE);
            }
        }
    }

    @Override
    public Spliterator<T> trySplit() {
        shared.progress();
        Spliterator<T> prefix = source.trySplit();
        if (prefix == null) {
            return null;
        }
        shared.parts.incrementAndGet();
        return new CountedSpliterator<>(prefix, shared);
    }

    @Override
    public long estimateSize() {
        return source.estimateSize();
    }

    @Override
    public int characteristics() {
        return source.characteristics();
    }

    @Override
    public Comparator<? super T> getComparator() {
        return source.getComparator();
    }
}
