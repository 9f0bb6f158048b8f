package segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class CatalogSummaryTest {
    /** Four songs: energies .2 .4 .6 .8; the last has neither year nor popularity. */
    private final Catalog catalog = new Catalog(
            "four",
            List.of(
                    song("a", 0.2f, OptionalInt.of(1990), OptionalInt.of(10), List.of("Ann"), List.of("rock")),
                    song(
                            "b",
                            0.4f,
                            OptionalInt.of(1990),
                            OptionalInt.of(30),
                            List.of("Ann", "Ben"),
                            List.of("rock", "pop")),
                    song("c", 0.6f, OptionalInt.of(2000), OptionalInt.of(90), List.of("Ben"), List.of("pop")),
                    song("d", 0.8f, OptionalInt.empty(), OptionalInt.empty(), List.of("Ben"), List.of("rock"))));

    private static Track song(
            String id,
            float energy,
            OptionalInt year,
            OptionalInt popularity,
            List<String> artists,
            List<String> genres) {
        return new Track(
                id,
                "Song " + id,
                artists,
                new AudioFeatures(0.5f, 0.5f, energy, 0.5f, 0.5f, -9f, 0.5f, 120f, 0.5f),
                year,
                Optional.empty(),
                OptionalInt.of(180_000),
                popularity,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                genres,
                Optional.empty());
    }

    @Test
    void columns_count_what_is_missing_and_leave_it_out_of_the_mean() {
        Table columns = CatalogSummary.columns(catalog);
        int energy = columns.stringColumn("column").firstIndexOf("energy");
        int popularity = columns.stringColumn("column").firstIndexOf("popularity");
        assertThat(columns.doubleColumn("mean").get(energy)).isEqualTo(0.5, within(1e-4));
        assertThat(columns.doubleColumn("sd").get(energy)).isEqualTo(0.2236, within(1e-4));
        assertThat(columns.doubleColumn("median").get(energy)).isEqualTo(0.5, within(1e-4));
        assertThat(columns.intColumn("missing").get(popularity)).isEqualTo(1);
        assertThat(columns.doubleColumn("mean").get(popularity)).isEqualTo(43.3333);
        assertThat(columns.doubleColumn("max").get(popularity)).isEqualTo(90);
    }

    @Test
    void years_ascend_and_songs_without_one_are_left_out() {
        Table years = CatalogSummary.byYear(catalog);
        assertThat(years.intColumn("year").asList()).containsExactly(1990, 2000);
        assertThat(years.intColumn("songs").asList()).containsExactly(2, 1);
        assertThat(years.doubleColumn("energy").get(0)).isEqualTo(0.3, within(1e-4));
    }

    @Test
    void a_song_counts_in_each_of_its_genres_largest_first() {
        Table genres = CatalogSummary.byGenre(catalog, 1);
        assertThat(genres.stringColumn("genre").asList()).containsExactly("rock", "pop");
        assertThat(genres.intColumn("songs").asList()).containsExactly(3, 2);
        assertThat(CatalogSummary.byGenre(catalog, 3).rowCount()).isEqualTo(1);
    }

    @Test
    void a_genres_profile_is_its_mean_in_standard_deviations_from_all_songs() {
        var profiles = CatalogSummary.genreProfiles(catalog, 5);
        assertThat(profiles.genres()).containsExactly("rock", "pop");
        // rock: mean energy (.2 + .4 + .8) / 3, all songs: mean .5, sd .2236
        assertThat(profiles.deviations().get(0, Feature.ENERGY.ordinal()))
                .isEqualTo((1.4f / 3 - 0.5f) / 0.2236f, within(1e-3f));
        assertThat(profiles.deviations().get(1, Feature.TEMPO.ordinal())).isZero();
    }

    @Test
    void artists_are_ranked_by_the_mean_popularity_that_is_known() {
        Table artists = CatalogSummary.artists(catalog, 2, 10);
        assertThat(artists.stringColumn("artist").asList()).containsExactly("Ben", "Ann");
        assertThat(artists.doubleColumn("mean popularity").asList()).containsExactly(60.0, 20.0);
        assertThat(CatalogSummary.artists(catalog, 3, 10).rowCount()).isZero();
    }

    @Test
    void the_song_farthest_out_in_one_feature_comes_first() {
        Table outliers = CatalogSummary.outliers(catalog, 2);
        assertThat(outliers.stringColumn("song").asList()).containsExactly("Ann – Song a (1990)", "Ben – Song d");
        assertThat(outliers.stringColumn("feature").asList()).containsOnly("energy");
    }

    @Test
    void an_empty_catalogue_has_empty_years_and_columns_without_values() {
        Catalog empty = new Catalog("none", List.of());
        assertThat(CatalogSummary.byYear(empty).rowCount()).isZero();
        assertThat(CatalogSummary.columns(empty).intColumn("songs").get(0)).isZero();
    }
}
