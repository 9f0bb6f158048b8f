package segue.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;

/** The first 800 songs of the sample in 60 invented playlists, each of 20 songs of one genre. */
final class InventedPlaylists {
    static final int SONGS = 800;

    private InventedPlaylists() {}

    static EvaluationData data() {
        Catalog sample = Catalog.sample();
        Catalog songs = new Catalog("some invented songs", sample.tracks().subList(0, SONGS));
        Map<String, List<Integer>> byGenre = new TreeMap<>();
        for (int row = 0; row < SONGS; row++) {
            int at = row;
            songs.track(row).genres().stream()
                    .findFirst()
                    .ifPresent(genre -> byGenre.computeIfAbsent(genre, g -> new ArrayList<>())
                            .add(at));
        }
        List<List<Integer>> large =
                byGenre.values().stream().filter(rows -> rows.size() >= 20).toList();
        SplittableRandom random = new SplittableRandom(3);
        List<Playlist> lists = new ArrayList<>();
        for (int list = 0; list < 60; list++) {
            List<Integer> rows = large.get(list % large.size());
            int[] drawn = IntStream.generate(() -> rows.get(random.nextInt(rows.size())))
                    .distinct()
                    .limit(Math.min(20, rows.size()))
                    .toArray();
            lists.add(new Playlist("list " + list, "", drawn));
        }
        EvaluationData labelled = EvaluationData.of(songs);
        return new EvaluationData(songs, new Playlists(SONGS, lists), labelled.genres(), labelled.subgenres());
    }
}
