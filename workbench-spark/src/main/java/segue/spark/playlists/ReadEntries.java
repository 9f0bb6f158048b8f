package segue.spark.playlists;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import segue.catalog.InputFile;
import segue.catalog.playlists.ListedSong;
import segue.catalog.playlists.PlaylistFiles;
import segue.catalog.playlists.PlaylistSink;

/**
 * The entries of one file while it is read. The library's reader pushes songs and a task pulls them, so a thread of its own reads
 * ahead: {@value #AHEAD} batches of {@value #BATCH} entries at most are held.
 */
final class ReadEntries implements Iterator<Row>, AutoCloseable {
    static final int BATCH = 1024;
    static final int AHEAD = 4;

    private final BlockingQueue<List<Row>> batches = new ArrayBlockingQueue<>(AHEAD);
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("playlists").factory());
    private final InputFile file;
    private final Future<?> reading;
    private Iterator<Row> batch = List.<Row>of().iterator();

    /** @param number of the file among all */
    ReadEntries(InputFile file, int number) {
        this.file = file;
        this.reading = reader.submit(() -> {
            Batching sink = new Batching(number);
            PlaylistFiles.read(file, sink);
            sink.handOn();
        });
    }

    private final class Batching implements PlaylistSink {
        private final int file;
        private int notes;
        private List<Row> rows = new ArrayList<>(BATCH);

        Batching(int file) {
            this.file = file;
        }

        @Override
        public void song(String playlistId, String playlistName, ListedSong song) {
            add(ListEntries.entry(playlistId, song.id().isEmpty() ? null : song.id()));
        }

        @Override
        public void note(String what) {
            add(ListEntries.note(file, notes++, what));
        }

        @Override
        public void nextFile() {
            // Files are counted where they are found.
        }

        private void add(Row row) {
            rows.add(row);
            if (rows.size() == BATCH) {
                handOn();
            }
        }

        private void handOn() {
            try {
                batches.put(rows);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new CancellationException("reading playlists was stopped");
            }
            rows = new ArrayList<>(BATCH);
        }
    }

    @Override
    public boolean hasNext() {
        while (!batch.hasNext()) {
            List<Row> next = take();
            if (next == null) {
                return false;
            }
            batch = next.iterator();
        }
        return true;
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return batch.next();
    }

    /** The next batch; null after the last one. */
    private List<Row> take() {
        try {
            List<Row> next = null;
            while (next == null && !reading.isDone()) {
                next = batches.poll(10, TimeUnit.MILLISECONDS);
            }
            next = next == null ? batches.poll() : next;
            if (next == null) {
                reading.get();
            }
            return next;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("reading playlists was stopped");
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException problem
                    ? problem
                    : new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public void close() {
        reader.shutdownNow();
        file.close();
    }
}
