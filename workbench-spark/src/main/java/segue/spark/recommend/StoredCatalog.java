package segue.spark.recommend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;
import segue.spark.rows.StoredPath;

/** A catalogue as the driver reads it: one file, or a folder of the files that a job has written. */
public final class StoredCatalog {
    private StoredCatalog() {}

    /**
     * Reads with the library; songs that stand in several files are merged as it merges them.
     *
     * @param path of a song table ({@code .csv}, {@code .csv.gz}, {@code .parquet}) on this machine, or of a folder of them
     * @throws IOException if there is no such file, or it lies elsewhere
     * @throws CatalogException where it is no song table
     */
    public static Catalog load(Configuration hadoop, String path) throws IOException {
        List<Path> files = new ArrayList<>();
        for (FileStatus file : StoredPath.files(hadoop, path)) {
            String scheme = file.getPath().toUri().getScheme();
            if (scheme != null && !scheme.equals("file")) {
                throw new IOException(path + " lies elsewhere (" + scheme
                        + "), but the catalogue is read by this process: copy it to this machine first");
            }
            if (file.getLen() > 0) {
                files.add(Path.of(file.getPath().toUri().getPath()));
            }
        }
        if (files.isEmpty()) {
            throw new CatalogException(path, "it is empty", "Give a table of songs");
        }
        return Catalog.loader()
                .source(Path.of(path).getFileName().toString())
                .load(files)
                .catalog();
    }
}
