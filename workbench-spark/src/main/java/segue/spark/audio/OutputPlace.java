package segue.spark.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Where the table goes, which nothing that is read may lie in: writing would replace it.
 *
 * @param address with links followed, as stamps of files have it
 */
record OutputPlace(String address) {
    static OutputPlace of(Configuration hadoop, String out) throws IOException {
        if (StoredSound.isLocal(hadoop, out)) {
            java.nio.file.Path folder = StoredSound.local(out);
            return new OutputPlace((Files.exists(folder)
                            ? folder.toRealPath()
                            : folder.toAbsolutePath().normalize())
                    .toString());
        }
        Path folder = new Path(out);
        return new OutputPlace(
                folder.getFileSystem(hadoop).makeQualified(folder).toString());
    }

    /** @throws IllegalArgumentException if one of them would be written over */
    void spare(List<Sighting.Seen> recordings) {
        for (Sighting.Seen file : recordings) {
            String place = file.stamp().path();
            if (place.equals(address) || place.startsWith(address + "/")) {
                throw new IllegalArgumentException(
                        file.path() + " is read, and writing would replace it: name another folder to write");
            }
        }
    }
}
