package segue.evaluate.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.catalog.Catalog;
import segue.catalog.playlists.Playlist;
import segue.catalog.playlists.Playlists;
import segue.evaluate.SongLabels;
import segue.evaluate.Training;

class FactorRankerTest {
    @Test
    void songs_of_the_same_lists_come_first_and_those_that_nobody_listed_last_by_popularity() {
        Catalog songs = new Catalog("fifty", Catalog.sample().tracks().subList(0, 50));
        Playlists lists = new Playlists(
                50,
                List.of(
                        new Playlist("a", "", IntStream.range(0, 10).toArray()),
                        new Playlist("b", "", IntStream.range(0, 8).toArray()),
                        new Playlist("c", "", IntStream.range(10, 20).toArray())));
        FactorRanker ranker = new FactorRanker(new Training(songs, lists, SongLabels.none(50)));

        int[] all = ranker.rank(new int[] {1, 2, 40}, 50);
        assertThat(all).hasSize(47).doesNotHaveDuplicates().doesNotContain(1, 2, 40);
        assertThat(Arrays.stream(all).limit(8)).allMatch(row -> row < 10);
        int[] last = Arrays.stream(all).skip(18).toArray();
        assertThat(Arrays.stream(last)).hasSize(29).allMatch(row -> row >= 20);
        assertThat(Arrays.stream(last)
                        .mapToObj(row -> -songs.track(row).popularity().orElse(0)))
                .isSorted();
        assertThat(ranker.rank(new int[] {1}, 5)).hasSize(5);
    }
}
