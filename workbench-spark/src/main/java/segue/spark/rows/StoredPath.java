package segue.spark.rows;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Files of a table, wherever they are stored. */
public final class StoredPath {
    private StoredPath() {}

    /**
     * The files that a path names: itself, those of a folder (not of folders in it), or those that match a pattern with
     * {@code *}. In the order of their names; what Hadoop hides ({@code _SUCCESS}, {@code .crc}) is left out.
     *
     * @throws FileNotFoundException if there is none
     */
    public static List<FileStatus> files(Configuration hadoop, String path) throws IOException {
        Path asked = new Path(path);
        FileSystem system = asked.getFileSystem(hadoop);
        FileStatus[] found = system.globStatus(asked);
        if (found == null || found.length == 0) {
            throw new FileNotFoundException(path + ": no such file or folder");
        }
        List<FileStatus> files = new ArrayList<>();
        for (FileStatus one : found) {
            if (one.isFile()) {
                files.add(one);
            } else {
                Arrays.stream(system.listStatus(one.getPath()))
                        .filter(FileStatus::isFile)
                        .filter(file -> !file.getPath().getName().startsWith("_")
                                && !file.getPath().getName().startsWith("."))
                        .forEach(files::add);
            }
        }
        if (files.isEmpty()) {
            throw new FileNotFoundException(path + ": there is no file in this folder");
        }
        files.sort(Comparator.comparing(file -> file.getPath().toString()));
        return files;
    }

    /** The path alone: Spark and Hadoop write addresses with different numbers of slashes, and Spark escapes them. */
    public static String plain(String path) {
        return path.contains("%")
                ? new Path(URI.create(path)).toUri().getPath()
                : new Path(path).toUri().getPath();
    }

    /** Whether all of the files have one of these endings. */
    public static boolean all(List<FileStatus> files, String... endings) {
        return files.stream()
                .map(file -> file.getPath().getName().toLowerCase(Locale.ROOT))
                .allMatch(name -> Arrays.stream(endings).anyMatch(name::endsWith));
    }
}
