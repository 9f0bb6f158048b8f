package segue.spark.recommend;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import segue.catalog.Catalog;
import segue.catalog.CatalogWriter;

/**
 * A catalogue that every process of a job has: sent once as the text that the library writes, read there by the library, and
 * then shared by all tasks of the process. A process keeps the last catalogue that it was sent.
 */
final class SharedSongs implements Serializable, AutoCloseable {
    /** Some 3 GB once they are read, told by the 66 MB that 105,681 songs and what is made of them take. */
    static final int MOST_SONGS = 5_000_000;

    /** The longest array that Java has, nearly. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 64;

    private static final long serialVersionUID = 1;
    private static final Map<String, ReadySongs> READY = new HashMap<>();

    private final String key;
    private final String source;
    private final int songs;
    private final int bytes;
    private final Broadcast<byte[]> text;

    private SharedSongs(String key, Catalog catalog, int bytes, Broadcast<byte[]> text) {
        this.key = key;
        this.source = catalog.source();
        this.songs = catalog.size();
        this.bytes = bytes;
        this.text = text;
    }

    /**
     * Hands a catalogue to Spark; close it when the job is done.
     *
     * @throws UnsupportedOperationException if it is too large to be sent
     */
    static SharedSongs of(JavaSparkContext context, Catalog catalog) throws IOException {
        requireSongs(catalog.size());
        Text text = new Text();
        CatalogWriter.writeCsv(catalog, text);
        SharedSongs shared = new SharedSongs(
                UUID.randomUUID().toString(), catalog, text.size(), context.broadcast(text.toByteArray()));
        shared.keep(new ReadySongs(catalog));
        return shared;
    }

    static void requireSongs(int songs) {
        if (songs > MOST_SONGS) {
            throw tooLarge("it has %,d songs, and at most %,d".formatted(songs, MOST_SONGS));
        }
    }

    private static UnsupportedOperationException tooLarge(String reason) {
        return new UnsupportedOperationException("the catalogue is too large for this job: " + reason
                + " can be sent to every process. Give a part of it, such as the songs of some years or genres, or take"
                + " the nearest songs of every song from './segue spark neighbours'");
    }

    /** Bytes that every process is sent. */
    int bytes() {
        return bytes;
    }

    /** The catalogue in this process; read by the first task that asks, for which the others wait. */
    ReadySongs ready() {
        synchronized (READY) {
            ReadySongs ready = READY.get(key);
            if (ready == null) {
                ready = new ReadySongs(read());
                keep(ready);
            }
            return ready;
        }
    }

    private Catalog read() {
        Catalog read = Catalog.load(source, new ByteArrayInputStream(text.value()));
        if (read.size() != songs) {
            throw new IllegalStateException("of %,d songs that were sent %,d arrived".formatted(songs, read.size()));
        }
        return read;
    }

    private void keep(ReadySongs ready) {
        synchronized (READY) {
            READY.clear();
            READY.put(key, ready);
        }
    }

    /** As in a process that has not read it yet. */
    void forget() {
        synchronized (READY) {
            READY.remove(key);
        }
    }

    @Override
    public void close() {
        forget();
        text.destroy();
    }

    /** Refuses in a sentence what an array cannot hold. */
    private static final class Text extends ByteArrayOutputStream {
        Text() {
            super(1 << 20);
        }

        @Override
        public synchronized void write(byte[] some, int from, int length) {
            if (size() > MOST_BYTES - length) {
                throw tooLarge("it takes more than %,d MB, and no more".formatted(MOST_BYTES >> 20));
            }
            super.write(some, from, length);
        }
    }
}
