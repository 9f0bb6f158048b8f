package segue.spark.audio;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import segue.audio.scan.FileStamp;
import segue.audio.scan.ScanReport;

/** What came of looking for a file. */
sealed interface Sighting extends Serializable {
    /** @param path as a person named the file or its folder */
    record Seen(String path, FileStamp stamp) implements Sighting {
        /** The whole address, which is the same for processes in other folders. */
        String place() {
            String real = stamp.path();
            return real.startsWith("/") ? java.nio.file.Path.of(real).toUri().toString() : real;
        }
    }

    record Unseen(ScanReport.Failure failure) implements Sighting {}

    /** @param from the folder of this machine from which names are told */
    static Sighting of(Configuration hadoop, String from, String name) {
        try {
            return StoredSound.isLocal(hadoop, name) ? local(from, name) : stored(hadoop, name);
        } catch (IOException unreadable) {
            return new Unseen(ScanReport.Failure.of(name, unreadable));
        } catch (IllegalArgumentException noName) {
            return unseen(name, "is no path: " + noName.getMessage());
        }
    }

    private static Sighting local(String from, String name) throws IOException {
        java.nio.file.Path file = java.nio.file.Path.of(from).resolve(StoredSound.local(name));
        return Files.isDirectory(file) ? folder(name) : new Seen(name, FileStamp.of(file));
    }

    private static Sighting stored(Configuration hadoop, String name) throws IOException {
        Path path = new Path(name);
        FileSystem files = path.getFileSystem(hadoop);
        FileStatus status = files.getFileStatus(path);
        return status.isFile() ? new Seen(name, StoredSound.stamp(status)) : folder(name);
    }

    private static Sighting folder(String name) {
        return unseen(name, "is a folder: a listing has a file a line; name the folder itself instead");
    }

    private static Sighting unseen(String name, String reason) {
        return new Unseen(new ScanReport.Failure(name, reason));
    }
}
