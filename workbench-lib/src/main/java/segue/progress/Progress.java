package segue.progress;

import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import segue.progress.ProgressState.Phase;

/**
 * Work that tells how far it is: done and total, rate, time left, a message, on one line. May be stepped from any number
 * of threads.
 */
public final class Progress implements AutoCloseable {
    private static final long BETWEEN_UPDATES_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int LONGEST_TEXT = 120;

    private final String label;
    private final long startedNanos = System.nanoTime();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong shownNanos = new AtomicLong(startedNanos);
    private final AtomicBoolean flushing = new AtomicBoolean();
    private final Optional<ProgressDisplay.Line> line;
    private volatile long total;
    private volatile String message = "";
    private volatile Phase phase = Phase.RUNNING;

    /** Looked for once, when the first work begins. */
    private static final class Displays {
        static final List<ProgressDisplay> FOUND =
                ServiceLoader.load(ProgressDisplay.class, Progress.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
    }

    private Progress(String label, long total) {
        this.label = oneLine(Objects.requireNonNull(label, "the label of a progress line must not be null"));
        this.total = total;
        this.line = Displays.FOUND.stream()
                .flatMap(display -> display.begin(this).stream())
                .findFirst();
        show();
    }

    /** Work whose number of steps is not known. */
    public static Progress begin(String label) {
        return new Progress(label, -1);
    }

    /**
     * Work of {@code total} steps. Close it, best by a {@code try} with resources, when it ends.
     *
     * @param total at least 0
     */
    public static Progress begin(String label, long total) {
        return new Progress(label, checked(total));
    }

    /** The elements of {@code values}, counted while a loop goes over them; the size is known where it is a collection. */
    public static <T> Iterable<T> of(Iterable<T> values, String label) {
        Objects.requireNonNull(values, "there is nothing to go over: the values are null");
        return () -> {
            long size = values instanceof Collection<?> collection ? collection.size() : -1;
            return new CountedIterator<>(values.iterator(), () -> new Progress(label, size));
        };
    }

    /** The elements of {@code values}, counted while a loop goes over them. */
    public static <T> Iterable<T> of(T[] values, String label) {
        return of(Arrays.asList(values), label);
    }

    /** The numbers from {@code from} to {@code to - 1}, counted while a loop goes over them. */
    public static Iterable<Integer> range(int from, int to, String label) {
        return () -> {
            Iterator<Integer> numbers = IntStream.range(from, to).iterator();
            return new CountedIterator<>(numbers, () -> new Progress(label, Math.max(0, (long) to - from)));
        };
    }

    /** The same stream, its elements counted as they are taken from it; the size is asked of the stream. */
    public static <T> Stream<T> over(Stream<T> stream, String label) {
        CountedSpliterator<T> counted = new CountedSpliterator<>(stream.spliterator(), label);
        return StreamSupport.stream(counted, stream.isParallel()).onClose(stream::close);
    }

    /** One step is done. */
    public void step() {
        step(1);
    }

    /** {@code steps} more steps are done. */
    public void step(long steps) {
        done.addAndGet(steps);
        showSoon();
    }

    /** One step is done, and this is what there is to say: {@code "KL 3.21"}. */
    public void step(String message) {
        this.message = oneLine(String.valueOf(message));
        step(1);
    }

    /** So many steps are done in all. */
    public void stepTo(long step) {
        done.set(step);
        showSoon();
    }

    /** Says something without a step. */
    public void say(String message) {
        this.message = oneLine(String.valueOf(message));
        showSoon();
    }

    /** The number of steps, once it is known; less than 0 while it is not. */
    public void outOf(long total) {
        this.total = total;
        showSoon();
    }

    /** Ends the work: done if every step is, or their number was never known; stopped otherwise. */
    @Override
    public void close() {
        end(total < 0 || done.get() >= total ? Phase.DONE : Phase.STOPPED);
    }

    /** Ends the work as {@code how}; nothing happens where it has ended already. */
    public void end(Phase how) {
        synchronized (this) {
            if (phase != Phase.RUNNING || how == Phase.RUNNING) {
                return;
            }
            phase = how;
        }
        show();
    }

    public ProgressState state() {
        long elapsed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
        OptionalLong outOf = total < 0 ? OptionalLong.empty() : OptionalLong.of(total);
        return new ProgressState(label, done.get(), outOf, message, elapsed, phase);
    }

    void nextRound() {
        line.ifPresent(ProgressDisplay.Line::nextRound);
    }

    private void showSoon() {
        if (line.isEmpty() || phase != Phase.RUNNING) {
            return;
        }
        long now = System.nanoTime();
        long shown = shownNanos.get();
        if (now - shown >= BETWEEN_UPDATES_NANOS) {
            if (shownNanos.compareAndSet(shown, now)) {
                show();
            }
        } else if (flushing.compareAndSet(false, true)) {
            // A step that came too soon after the last is shown later, even if none follows it.
            long wait = BETWEEN_UPDATES_NANOS - (now - shown);
            CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS).execute(() -> {
                flushing.set(false);
                showSoon();
            });
        }
    }

    private synchronized void show() {
        shownNanos.set(System.nanoTime());
        line.ifPresent(place -> place.show(state()));
    }

    private static long checked(long total) {
        if (total < 0) {
            throw new IllegalArgumentException("the number of steps must be at least 0 but was " + total
                    + "; where it is not known, leave it out: Progress.begin(label)");
        }
        return total;
    }

    private static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT) + "…";
    }
}
