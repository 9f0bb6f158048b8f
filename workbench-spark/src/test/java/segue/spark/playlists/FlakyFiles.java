package segue.spark.playlists;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.TaskContext;

/** Files of this machine, under {@code flaky:///}, that break off while a task reads them for the first time. */
public final class FlakyFiles extends RawLocalFileSystem {
    static final AtomicInteger BROKEN = new AtomicInteger();
    private static final int BYTES = 2000;

    @Override
    public URI getUri() {
        return URI.create("flaky:///");
    }

    @Override
    public String getScheme() {
        return "flaky";
    }

    @Override
    public FSDataInputStream open(Path file, int bufferBytes) throws IOException {
        FSDataInputStream in = super.open(file, bufferBytes);
        TaskContext task = TaskContext.get();
        return task != null && task.attemptNumber() == 0 ? new FSDataInputStream(new Breaking(in)) : in;
    }

    private static final class Breaking extends FSInputStream {
        private final FSDataInputStream in;

        Breaking(FSDataInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            if (in.getPos() >= BYTES) {
                BROKEN.incrementAndGet();
                throw new IOException("the network is gone");
            }
            return in.read();
        }

        @Override
        public void seek(long position) throws IOException {
            in.seek(position);
        }

        @Override
        public long getPos() throws IOException {
            return in.getPos();
        }

        @Override
        public boolean seekToNewSource(long position) {
            return false;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
