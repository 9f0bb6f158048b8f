package segue.spark.catalog;

import java.io.Serializable;
import org.apache.hadoop.fs.Path;
import segue.catalog.SourceName;

/** One file that a task reads. */
record StoredSource(SourceName name, String file) implements Serializable {
    static StoredSource of(int number, Path file) {
        return new StoredSource(new SourceName(number, file.getName(), StoredFile.shown(file)), file.toString());
    }
}
