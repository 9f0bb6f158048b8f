package segue.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class TablesTest {
    @TempDir
    Path folder;

    @Test
    void a_catalogue_is_a_table_with_typed_columns_and_missing_stays_missing() throws IOException {
        String withoutYear = SongFile.row("id4", "Four", "['A', 'B']")
                .replace(",1994,", ",,")
                .replace("1994-06-07", "")
                .replace(",38,", ",,");
        Table table =
                SongFile.load(folder, SongFile.THREE + withoutYear).catalog().table();
        assertThat(table.rowCount()).isEqualTo(4);
        assertThat(table.column("year").type()).isEqualTo(ColumnType.INTEGER);
        assertThat(table.column("explicit").type()).isEqualTo(ColumnType.BOOLEAN);
        assertThat(table.column("energy").type()).isEqualTo(ColumnType.FLOAT);
        assertThat(table.column("year").isMissing(3)).isTrue();
        assertThat(table.column("popularity").isMissing(3)).isTrue();
        assertThat(table.column("popularity").isMissing(0)).isFalse();
        assertThat(table.stringColumn("name").get(2)).isEqualTo("NA");
        assertThat(table.stringColumn("artists").get(3)).isEqualTo("A; B");
    }

    @Test
    void a_table_makes_the_same_catalogue_again() {
        Catalog sample = Catalog.sample();
        assertThat(Catalog.ofTable(sample.table()).tracks()).isEqualTo(sample.tracks());
    }

    @Test
    void a_table_without_features_is_refused() {
        assertThatThrownBy(() -> Catalog.ofTable(Table.create("mine")))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("mine");
    }

    @Test
    void any_table_is_read_with_types_from_its_values_and_bad_rows_are_reported() throws IOException {
        Path file = Files.writeString(
                folder.resolve("by-genre.csv"), ",mode,genres,tempo,note\n0,1,NA,118.5,\n1,0,rock,,\n1,2\n");
        Tables.LoadedTable loaded = Tables.read(file);
        Table table = loaded.table();
        assertThat(table.columnNames()).containsExactly("column 1", "mode", "genres", "tempo", "note");
        assertThat(table.column("mode").type()).isEqualTo(ColumnType.INTEGER);
        assertThat(table.column("tempo").type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(table.column("tempo").isMissing(1)).isTrue();
        assertThat(table.stringColumn("genres").get(0)).isEqualTo("NA");
        assertThat(loaded.report().rejections().getFirst().line()).isEqualTo(4);
    }

    @Test
    void genres_of_artists_are_found_by_key_and_fill_songs_without_genre() throws IOException {
        Path file = Files.writeString(
                folder.resolve("artists.csv"),
                "genres,artists,count\r\n\"rap, g funk\",\"\"\"Warren\"\" G\",2\r\n[],Solo,1\r\n['techno'],SOLÓ,1\r\n");
        ArtistGenres genres = ArtistGenres.load(file);
        assertThat(genres.genresOf("warren g")).containsExactly("rap", "g funk");
        assertThat(genres.genresOf("Solo")).containsExactly("techno");
        assertThat(genres.genresOf("nobody")).isEmpty();
        LoadResult result = Catalog.loader().artistGenres(genres).load(SongFile.write(folder, SongFile.THREE));
        assertThat(result.catalog().track(0).genres()).containsExactly("rap", "g funk");
        assertThat(result.report().warnings()).contains("2 songs without a genre got those of their artists");
    }

    @Test
    void a_table_without_artists_is_no_table_of_artists() throws IOException {
        Path file = Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> ArtistGenres.load(file))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("artists and genres");
    }
}
