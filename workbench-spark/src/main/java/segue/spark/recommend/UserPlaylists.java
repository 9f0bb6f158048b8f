package segue.spark.recommend;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import segue.catalog.InputFile;
import segue.catalog.playlists.ListedSong;
import segue.catalog.playlists.PlaylistFiles;
import segue.catalog.playlists.PlaylistSink;

/** Playlists as users, by their ids, read by the library's own readers, each file by one task, which holds its songs. */
final class UserPlaylists {
    private UserPlaylists() {}

    static JavaRDD<Entry> entries(SparkSession spark, List<FileStatus> files) {
        return StoredFile.distributed(spark, files, UserPlaylists::read);
    }

    private static Iterator<Entry> read(Configuration hadoop, StoredFile file) throws IOException {
        Taken taken = new Taken(file.number());
        try (InputFile lists = file.open(hadoop)) {
            PlaylistFiles.read(lists, taken);
        }
        return taken.entries.iterator();
    }

    /** Songs in the order in which they are read. */
    private static final class Taken implements PlaylistSink {
        private final List<Entry> entries = new ArrayList<>();
        private final int file;

        Taken(int file) {
            this.file = file;
        }

        @Override
        public void song(String playlistId, String playlistName, ListedSong song) {
            entries.add(new Entry(playlistId, 0, Entry.place(file, entries.size()), song, null));
        }

        @Override
        public void nextFile() {
            // Each file has a sink of its own.
        }

        @Override
        public void note(String what) {
            entries.add(Entry.unusable(0, Entry.place(file, entries.size()), what));
        }
    }
}
