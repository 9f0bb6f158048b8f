package segue.spark.session;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes a table of many files beside its place, then moves the folder there: it is whole, or not there. A driver that is
 * killed leaves a folder whose name begins with a point and ends in {@code .part}, which nothing reads, and which a
 * run of the next day that writes the same table clears away.
 */
public final class WholeTable {
    /** Columns whose values hardly repeat: looking each up in a dictionary costs more than it saves. */
    private static final Map<String, String> PLAIN = Map.of(
            "parquet.enable.dictionary#row", "false",
            "parquet.enable.dictionary#neighbors.list.element", "false",
            "parquet.enable.dictionary#distances.list.element", "false");

    private WholeTable() {}

    /** Writes all of a table's files into the folder that it is given, which is not there yet. */
    @FunctionalInterface
    public interface Content {
        void writeTo(String part) throws IOException;
    }

    /**
     * Fails before hours of work: the place must be free, and its folder there.
     *
     * @param out a path, or an address such as {@code hdfs://…} or {@code s3a://…}
     * @throws FileAlreadyExistsException if something stands there and may not be replaced
     * @throws IOException if there is no such folder to write in
     */
    public static void requirePlace(Configuration hadoop, String out, boolean overwrite) throws IOException {
        if (out.isBlank()) {
            throw new IllegalArgumentException("--out is empty: name a folder to write");
        }
        Path target = new Path(out);
        FileSystem files = target.getFileSystem(hadoop);
        if (files.exists(target) && !overwrite) {
            throw new FileAlreadyExistsException(
                    out, null, "is there already: name another folder, or add --overwrite to replace it");
        }
        Path parent = files.makeQualified(target).getParent();
        if (parent == null) {
            throw new IllegalArgumentException(out + " is the root of a file system: name a folder in it");
        }
        if (!files.exists(parent)) {
            throw new FileNotFoundException(parent.toUri().getPath() + ": no such folder to write in");
        }
    }

    /** @throws IllegalArgumentException if an input is what would be written over */
    public static void spare(Configuration hadoop, String out, String... inputs) throws IOException {
        Path target = new Path(out);
        Path written = target.getFileSystem(hadoop).makeQualified(target);
        for (String input : inputs) {
            Path path = new Path(input);
            if (path.getFileSystem(hadoop).makeQualified(path).equals(written)) {
                throw new IllegalArgumentException(
                        input + " is read, and writing would replace it: name another folder to write");
            }
        }
    }

    /** Writes {@code table} as Parquet. */
    public static void parquet(Dataset<Row> table, String out, boolean overwrite) throws IOException {
        Configuration hadoop = table.sparkSession().sparkContext().hadoopConfiguration();
        write(hadoop, out, overwrite, part -> table.write().options(PLAIN).parquet(part));
    }

    /** As {@link #parquet}, with whatever writes into the folder. */
    public static void write(Configuration hadoop, String out, boolean overwrite, Content content) throws IOException {
        requirePlace(hadoop, out, overwrite);
        Path target = new Path(out);
        FileSystem files = target.getFileSystem(hadoop);
        target = files.makeQualified(target);
        clearAway(files, target);
        Path part = beside(target, ".part");
        try {
            content.writeTo(part.toString());
            move(files, part, target, out);
        } finally {
            files.delete(part, true);
        }
    }

    private static void move(FileSystem files, Path part, Path target, String out) throws IOException {
        Path old = beside(target, ".old");
        boolean replaced = files.exists(target);
        if (replaced && !files.rename(target, old)) {
            throw new IOException(out + ": what stands there could not be moved aside; nothing was changed");
        }
        if (!files.rename(part, target)) {
            if (replaced) {
                files.rename(old, target);
            }
            throw new IOException(out + ": the written folder could not be moved there; nothing was changed");
        }
        files.delete(old, true);
    }

    /** What killed runs of the same table have left, unless it may still be written. */
    private static void clearAway(FileSystem files, Path target) throws IOException {
        long before = System.currentTimeMillis() - TimeUnit.DAYS.toMillis(1);
        for (FileStatus part : files.listStatus(
                target.getParent(),
                path -> path.getName().startsWith("." + target.getName() + ".")
                        && path.getName().endsWith(".part"))) {
            if (part.getModificationTime() < before) {
                files.delete(part.getPath(), true);
            }
        }
    }

    private static Path beside(Path target, String ending) {
        return new Path(
                target.getParent(),
                "." + target.getName() + "."
                        + Long.toHexString(ThreadLocalRandom.current().nextLong()) + ending);
    }
}
