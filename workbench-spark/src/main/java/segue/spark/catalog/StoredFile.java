package segue.spark.catalog;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import segue.catalog.StoredTable;

/** A file in any file system that Hadoop knows. */
record StoredFile(Configuration hadoop, Path file) implements StoredTable {
    /** A path of this machine without its scheme, another one with it. */
    static String shown(Path file) {
        return "file".equals(file.toUri().getScheme()) ? file.toUri().getPath() : file.toString();
    }

    @Override
    public String path() {
        return shown(file);
    }

    @Override
    public InputStream bytes() throws IOException {
        return file.getFileSystem(hadoop).open(file);
    }

    @Override
    public InputFile parquet() throws IOException {
        return HadoopInputFile.fromPath(file, hadoop);
    }
}
