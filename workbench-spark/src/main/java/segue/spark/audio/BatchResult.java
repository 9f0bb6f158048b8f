package segue.spark.audio;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import segue.audio.scan.KnownContents;
import segue.audio.scan.ScanReport;
import segue.audio.scan.ScannedFile;

/**
 * What a task did with its batch; what it heard is in the journal.
 *
 * @param heard recordings that were listened to, also in vain
 * @param recognised recordings known by their content
 * @param failures recordings that could not be read, and are looked at again by the next run
 */
record BatchResult(int heard, int recognised, double heardSeconds, List<ScanReport.Failure> failures)
        implements Serializable {

    /**
     * Listens to a batch, then writes its part of the journal: whole, under the name that every attempt gives it.
     *
     * @throws IOException if the journal cannot be written
     */
    static BatchResult of(Configuration hadoop, JournalPlace journal, List<String> descriptors, Batch batch)
            throws IOException {
        KnownContents contents = KnownContents.of(
                descriptors,
                batch.known().stream()
                        .flatMap(line -> ScannedFile.ofLine(line).stream())
                        .toList());
        List<byte[]> lines = new ArrayList<>();
        List<ScanReport.Failure> failures = new ArrayList<>();
        for (Sighting.Seen file : batch.files()) {
            if (TaskContext.get() != null && TaskContext.get().isInterrupted()) {
                throw new CancellationException("the scan was stopped; what is done is kept: run it again to go on");
            }
            try {
                lines.add(contents.scan(StoredSound.of(hadoop, file.place())).line());
            } catch (IOException unreadable) {
                failures.add(ScanReport.Failure.of(file.path(), unreadable));
            }
        }
        journal.write(hadoop, batch.number(), lines);
        return new BatchResult(contents.heard(), contents.recognised(), contents.heardSeconds(), failures);
    }
}
