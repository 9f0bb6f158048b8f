package segue.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import segue.catalog.AudioFeatures;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.cluster.ClusterProfile.FeatureDifference;
import segue.cluster.ClusterProfile.GenreLift;
import segue.matrix.FloatMatrix;
import tech.tablesaw.api.Table;

class ClusterProfilesTest {
    /** Songs 0 to 9 loud punk of the eighties, 10 to 29 quiet and of all else alike; rock everywhere. */
    private static Catalog songs() {
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            boolean punk = i < 10;
            float little = i % 5 / 100f;
            tracks.add(new Track(
                    "id" + i,
                    "Song " + i,
                    List.of("Band"),
                    new AudioFeatures(
                            0.5f + little, 0.5f, 0.5f, 0, 0.1f, punk ? -4 + little : -20 + little, 0.05f, 120, 0.5f),
                    punk ? OptionalInt.of(1980 + i) : OptionalInt.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    punk ? List.of("rock", "punk") : i == 29 ? List.of() : List.of("rock", i < 12 ? "noise" : "folk"),
                    Optional.empty()));
        }
        return new Catalog("test", tracks);
    }

    private static Clusters byLoudness() {
        int[] labels = new int[30];
        for (int i = 0; i < 10; i++) {
            labels[i] = 1;
        }
        FloatMatrix points = songs().points();
        return new Clusters(labels, points.selectRows(20, 2), 0, 1);
    }

    @Test
    void words_are_those_of_the_features_that_differ_most() {
        List<ClusterProfile> profiles = ClusterProfiles.of(songs(), byLoudness());

        assertThat(profiles.get(0).words()).isEqualTo("quiet");
        assertThat(profiles.get(1).words()).isEqualTo("loud");
        FeatureDifference strongest = profiles.get(1).features().getFirst();
        assertThat(strongest.feature()).isEqualTo("loudness");
        assertThat(strongest.mean()).isCloseTo(-3.98, within(1e-4));
        assertThat(strongest.elsewhere()).isCloseTo(-19.98, within(1e-4));
        assertThat(strongest.z()).isCloseTo(Math.sqrt(2), within(1e-3));
        assertThat(strongest.effect()).isGreaterThan(100);
        assertThat(profiles.get(1).parts().getFirst().part()).isEqualTo("loudness");
    }

    @Test
    void genres_are_those_more_common_here_than_elsewhere() {
        List<ClusterProfile> profiles = ClusterProfiles.of(songs(), byLoudness());

        assertThat(profiles.get(1).genres()).hasSize(1);
        GenreLift punk = profiles.get(1).genres().getFirst();
        assertThat(punk.genre()).isEqualTo("punk");
        assertThat(punk.songs()).isEqualTo(10);
        assertThat(punk.share()).isEqualTo(1);
        assertThat(punk.lift()).isCloseTo(2.9, within(1e-9));
        assertThat(profiles.get(0).genres()).extracting(GenreLift::genre).containsExactly("folk");
    }

    @Test
    void names_are_short_and_say_both() {
        List<ClusterProfile> profiles = ClusterProfiles.of(songs(), byLoudness());

        assertThat(profiles).extracting(ClusterProfile::name).containsExactly("quiet · folk", "loud · punk");
        assertThat(profiles.get(1).toString())
                .isEqualTo("loud · punk: 10 songs, loud; punk ×2.9; half of 1982–1987; like Band – Song 2 (1982)");
    }

    @Test
    void a_cluster_of_all_songs_is_average() {
        Catalog songs = songs();
        Clusters all = KMeans.fit(songs.points(), KMeansOptions.defaults().withK(1));

        ClusterProfile profile = ClusterProfiles.of(songs, all).getFirst();

        assertThat(profile.words()).isEqualTo("average");
        assertThat(profile.name()).isEqualTo("average");
        assertThat(profile.size()).isEqualTo(30);
    }

    @Test
    void names_of_many_clusters_are_all_different() {
        Catalog sample = Catalog.sample();
        Clusters many =
                KMeans.fit(sample.points(), KMeansOptions.defaults().withK(40).withStarts(2));

        assertThat(ClusterProfiles.of(sample, many))
                .extracting(ClusterProfile::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> !name.isBlank());
    }

    @Test
    void a_table_has_a_row_a_cluster_and_leaves_years_empty_that_are_not_known() {
        Table table = ClusterProfiles.table(ClusterProfiles.of(songs(), byLoudness()));

        assertThat(table.stringColumn("name").asList()).containsExactly("quiet · folk", "loud · punk");
        assertThat(table.intColumn("songs").asList()).containsExactly(20, 10);
        assertThat(table.stringColumn("genres").asList()).containsExactly("folk ×1.5", "punk ×2.9");
        assertThat(table.intColumn("median year").isMissing(0)).isTrue();
        assertThat(table.intColumn("median year").get(1)).isEqualTo(1985);
        assertThat(table.stringColumn("like").get(1)).isEqualTo("Band – Song 2 (1982)");
    }

    @Test
    void clusters_of_something_else_are_refused() {
        Clusters other = KMeans.fit(Blobs.noise(20, 9), KMeansOptions.defaults().withK(2));

        assertThatThrownBy(() -> ClusterProfiles.of(songs(), other))
                .hasMessage("the clusters are of 20 rows but the catalogue has 30 songs");
    }
}
