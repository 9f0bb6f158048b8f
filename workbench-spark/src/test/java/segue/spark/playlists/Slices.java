package segue.spark.playlists;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import segue.catalog.Catalog;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;

/** Playlists in the layout of the Million Playlist Dataset. */
final class Slices {
    private Slices() {}

    /** Ids of the songs of each list that is invented for the sample. */
    static Map<String, List<String>> invented() {
        Catalog songs = Catalog.sample();
        return Playlists.invented(songs).lists().stream()
                .collect(Collectors.toMap(
                        Playlist::id,
                        list -> Arrays.stream(list.songs())
                                .mapToObj(row -> songs.track(row).id())
                                .toList()));
    }

    /** Writes lists into a folder, some a slice. */
    static Path write(Path folder, Map<String, List<String>> lists, int each) throws IOException {
        Files.createDirectories(folder);
        List<String> ids = new ArrayList<>(lists.keySet());
        for (int from = 0; from < ids.size(); from += each) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + each));
            Files.writeString(
                    folder.resolve("mpd.slice.%d-%d.json".formatted(from, from + each - 1)),
                    some.stream()
                            .map(id -> playlist(id, lists.get(id)))
                            .collect(Collectors.joining(
                                    ",\n", "{\"info\": {\"version\": \"v1\"}, \"playlists\": [\n", "]}")));
        }
        return folder;
    }

    private static String playlist(String id, List<String> songs) {
        return songs.stream()
                .map(song -> "{\"pos\": 0, \"track_uri\": \"spotify:track:%s\"}".formatted(song))
                .collect(Collectors.joining(
                        ", ", "{\"name\": \"a list\", \"pid\": \"%s\", \"tracks\": [".formatted(id), "]}"));
    }
}
