package segue.spark.playlists;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import segue.catalog.InputFile;
import segue.catalog.playlists.PlaylistFiles;

/** Files of playlists, wherever they are stored: those that the library would read, in its order. */
final class StoredLists {
    private StoredLists() {}

    /** @param sources files, folders or patterns with {@code *}; a file that two of them name is read once */
    static List<String> files(Configuration hadoop, List<String> sources) throws IOException {
        List<String> files = new ArrayList<>();
        for (String source : sources) {
            Path asked = new Path(source);
            FileSystem system = asked.getFileSystem(hadoop);
            FileStatus[] found = system.globStatus(asked);
            if (found == null || found.length == 0) {
                throw new FileNotFoundException(source + ": no such file or folder");
            }
            Arrays.sort(found, Comparator.comparing(one -> one.getPath().toString()));
            for (FileStatus one : found) {
                List<Path> paths = one.isFile() ? List.of(one.getPath()) : inFolder(system, one.getPath());
                paths.stream().map(Path::toString).forEach(files::add);
            }
        }
        return files.stream().distinct().toList();
    }

    private static List<Path> inFolder(FileSystem system, Path folder) throws IOException {
        List<String> names = names(system, folder);
        Path data = new Path(folder, PlaylistFiles.DATA);
        if (names.stream().noneMatch(PlaylistFiles::isSlice) && system.exists(data)) {
            List<String> below = names(system, data);
            if (below.stream().anyMatch(PlaylistFiles::isSlice)) {
                return inFolder(data, below);
            }
        }
        return inFolder(folder, names);
    }

    private static List<Path> inFolder(Path folder, List<String> names) {
        List<String> lists = PlaylistFiles.inFolder(names);
        if (lists.isEmpty()) {
            throw PlaylistFiles.nothingIn(shown(folder));
        }
        return lists.stream().map(name -> new Path(folder, name)).toList();
    }

    private static List<String> names(FileSystem system, Path folder) throws IOException {
        return Arrays.stream(system.listStatus(folder))
                .filter(FileStatus::isFile)
                .map(file -> file.getPath().getName())
                .toList();
    }

    static InputFile open(Configuration hadoop, String file) throws IOException {
        Path path = new Path(file);
        return InputFile.open(shown(path), path.getFileSystem(hadoop).open(path));
    }

    /** As a person would name it. */
    private static String shown(Path path) {
        return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
    }
}
