package segue.spark.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where the tasks of one run write what they are done with. A part is written beside its place, under a name that nothing
 * reads, then moved: it is whole or not there, and a batch has one, however often it was tried.
 *
 * @param folder of the journal
 * @param run the first half of the name of each of its parts
 * @param definition first line of every part
 */
record JournalPlace(String folder, String run, byte[] definition) implements Serializable {
    static final String ENDING = ".jsonl";

    /** The name of a batch's part. */
    String part(int batch) {
        return "%s-%06d%s".formatted(run, batch, ENDING);
    }

    /** @throws IOException if it cannot be written; then it is not there */
    void write(Configuration hadoop, int batch, List<byte[]> lines) throws IOException {
        write(hadoop, part(batch), lines);
    }

    private void write(Configuration hadoop, String name, List<byte[]> lines) throws IOException {
        Path place = new Path(folder, name);
        Path part = new Path(folder, "." + name + "." + UUID.randomUUID() + ".part");
        FileSystem files = place.getFileSystem(hadoop);
        try {
            try (OutputStream out = files.create(part, false)) {
                out.write(definition);
                for (byte[] line : lines) {
                    out.write(line);
                }
            }
            if (!files.exists(place) && !files.rename(part, place) && !files.exists(place)) {
                throw new IOException(folder + ": the journal's part " + name + " could not be moved to its place");
            }
        } finally {
            files.delete(part, false);
        }
    }
}
