package segue.spark.recommend;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import segue.catalog.InputFile;

/**
 * A file that one task reads.
 *
 * @param address where it is stored
 * @param number among the files of its table, in the order of their names
 */
record StoredFile(String address, int number) implements Serializable {
    /** Reads the entries of a file. */
    @FunctionalInterface
    interface Reader extends Serializable {
        Iterator<Entry> read(Configuration hadoop, StoredFile file) throws IOException;
    }

    static List<StoredFile> of(List<FileStatus> files) {
        List<StoredFile> numbered = new ArrayList<>();
        for (FileStatus file : files) {
            numbered.add(new StoredFile(file.getPath().toString(), numbered.size()));
        }
        return numbered;
    }

    /** Each file read by one task, some files by the same. */
    static JavaRDD<Entry> distributed(SparkSession spark, List<FileStatus> files, Reader reader) {
        JavaSparkContext context = new JavaSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> configuration = context.broadcast(
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration()));
        int tasks = Math.min(files.size(), 16 * spark.sparkContext().defaultParallelism());
        return context.parallelize(of(files), tasks)
                .flatMap(file -> reader.read(configuration.value().value(), file));
    }

    /** Without the folder. */
    String name() {
        return new Path(address).getName();
    }

    InputFile open(Configuration hadoop) throws IOException {
        Path path = new Path(address);
        return InputFile.open(name(), path.getFileSystem(hadoop).open(path));
    }
}
