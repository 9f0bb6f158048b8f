package segue.catalog.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static segue.catalog.listening.ListeningFilesTest.account;
import static segue.catalog.listening.ListeningFilesTest.extended;
import static segue.catalog.listening.ListeningFilesTest.listenBrainz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;

/** What a history says of its plays, whichever files it comes from. */
class ListeningHistoryTest {
    private static final Catalog CATALOG =
            new Catalog("test", Catalog.sample().tracks().subList(0, 300));
    private static final Instant LATEST = Instant.parse("2026-01-01T00:00:00Z");
    private static final int LONG = 200_000;

    @TempDir
    Path folder;

    private Listening read(String... entries) throws IOException {
        Path file = Files.writeString(folder.resolve("plays.json"), "[" + String.join(",\n", entries) + "]");
        return Listening.read(file, CATALOG, LATEST);
    }

    private static String play(int row, String day) {
        return extended(row, "2024-05-" + day + "T12:00:00Z", LONG, false);
    }

    @Test
    void the_most_played_songs_come_first_then_those_heard_last_then_the_smaller_row() throws IOException {
        ListeningHistory history = read(
                        play(1, "01"),
                        play(2, "02"),
                        play(2, "03"),
                        play(5, "04"),
                        play(3, "05"),
                        play(4, "05"),
                        play(1, "06"))
                .history();
        assertThat(history.mostPlayed(10))
                .extracting(SongPlays::row, SongPlays::plays)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, 2),
                        org.assertj.core.groups.Tuple.tuple(2, 2),
                        org.assertj.core.groups.Tuple.tuple(3, 1),
                        org.assertj.core.groups.Tuple.tuple(4, 1),
                        org.assertj.core.groups.Tuple.tuple(5, 1));
        assertThat(history.mostPlayed(1)).extracting(SongPlays::row).containsExactly(1);
        assertThat(history.recent(3)).extracting(Listen::row).containsExactly(1, 3, 4);
        assertThat(history.recent(0)).isEmpty();
        assertThatThrownBy(() -> history.recent(-1)).hasMessage("n must be at least 0 but was -1");
    }

    @Test
    void a_play_that_was_skipped_or_short_is_kept_but_counts_for_nothing() throws IOException {
        ListeningHistory history = read(
                        play(1, "01"),
                        extended(2, "2024-05-02T12:00:00Z", LONG, true),
                        extended(3, "2024-05-03T12:00:00Z", 29_999, false))
                .history();
        assertThat(history.size()).isEqualTo(3);
        assertThat(history.liked()).containsExactly(1);
        assertThat(history.last()).map(Listen::row).contains(1);
        assertThat(history.skippedSince()).isEqualTo(2);
    }

    @Test
    void a_history_in_which_nothing_was_heard_has_no_last_song() throws IOException {
        ListeningHistory history =
                read(extended(2, "2024-05-02T12:00:00Z", LONG, true)).history();
        assertThat(history.last()).isEmpty();
        assertThat(history.mostPlayed(5)).isEmpty();
    }

    @Test
    void the_same_play_told_twice_counts_once() throws IOException {
        Listening mine = read(play(1, "01"), play(1, "01"), play(1, "02"));
        assertThat(mine.history().size()).isEqualTo(2);
        assertThat(mine.report().repeated()).isEqualTo(1);
        assertThat(mine.report().byId()).isEqualTo(2);
    }

    @Test
    void a_play_that_two_services_tell_of_counts_once_and_is_taken_from_the_more_exact() throws IOException {
        long began = Instant.parse("2024-05-01T12:00:00Z").getEpochSecond() - LONG / 1000;
        Listening mine = read(
                play(1, "01"),
                account(1, "2024-05-01 12:00", LONG),
                listenBrainz(1, began + 45),
                listenBrainz(1, began - 600),
                listenBrainz(2, began));
        assertThat(mine.history().listens())
                .extracting(Listen::row, listen -> listen.played().isPresent())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, false),
                        org.assertj.core.groups.Tuple.tuple(1, true),
                        org.assertj.core.groups.Tuple.tuple(2, false));
        assertThat(mine.report().repeated()).isEqualTo(2);
    }

    @Test
    void favourites_are_what_was_played_most_then_songs_from_all_over_the_library() throws IOException {
        StringBuilder tracks = new StringBuilder();
        for (int row = 100; row < 200; row++) {
            tracks.append(row == 100 ? "" : ",")
                    .append("{\"uri\": \"spotify:track:%s\"}"
                            .formatted(CATALOG.track(row).id()));
        }
        Files.writeString(
                folder.resolve("library.json"),
                "{\"tracks\": [%s], \"bannedTracks\": [{\"uri\": \"spotify:track:%s\"}]}"
                        .formatted(tracks, CATALOG.track(3).id()));
        read(play(2, "01"), play(1, "02"), play(1, "03"), play(3, "04"));
        Listening mine = Listening.read(folder, CATALOG, LATEST);

        assertThat(mine.favourites(7)).containsExactly(1, 2, 100, 120, 140, 160, 180);
        assertThat(mine.favourites(2)).containsExactly(1, 2);
        assertThat(mine.favourites(1)).containsExactly(1);
        assertThat(mine.favourites(0)).isEmpty();
        assertThat(mine.favourites(Integer.MAX_VALUE))
                .hasSize(102)
                .doesNotContain(3)
                .doesNotHaveDuplicates();
        assertThat(mine.known()).hasSize(103).contains(3);
    }

    @RepeatedTest(10)
    void in_which_files_plays_stand_and_in_which_order_does_not_matter(RepetitionInfo run) throws IOException {
        Random random = new Random(run.getCurrentRepetition());
        List<String> plays = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int row = random.nextInt(6);
            int minute = random.nextInt(8);
            switch (random.nextInt(4)) {
                case 0 ->
                    plays.add(extended(row, "2024-05-01T12:0%d:00Z".formatted(minute), LONG, random.nextBoolean()));
                case 1 -> plays.add(account(row, "2024-05-01 12:0" + minute, LONG));
                case 2 -> plays.add(listenBrainz(row, 1_714_564_500 + 60 * minute));
                default ->
                    plays.add("{\"ts\": \"2024-05-01T12:00:00Z\", \"ms_played\": 1,"
                            + " \"master_metadata_track_name\": \"missing %d\"}".formatted(row));
            }
        }
        Listening first = split(plays, new Random(1));
        Collections.shuffle(plays, random);
        Listening second = split(plays, random);

        assertThat(second.history().listens()).isEqualTo(first.history().listens());
        assertThat(second.history().mostPlayed(10)).isEqualTo(first.history().mostPlayed(10));
        assertThat(second.favourites(3)).isEqualTo(first.favourites(3));
        assertThat(second.report()).isEqualTo(first.report());
        ListeningReport report = first.report();
        assertThat(report.kept() + report.repeated() + report.missing())
                .isEqualTo(report.read())
                .isEqualTo(60);
    }

    private Listening split(List<String> plays, Random random) throws IOException {
        List<List<String>> files = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < plays.size(); i++) {
            files.get(i < 3 ? i : random.nextInt(3)).add(plays.get(i));
        }
        for (int i = 0; i < files.size(); i++) {
            Files.writeString(folder.resolve(i + ".json"), "[" + String.join(",", files.get(i)) + "]");
        }
        return Listening.read(folder, CATALOG, LATEST);
    }

    @Test
    void the_table_has_a_row_a_play() throws IOException {
        var table = read(play(1, "01"), listenBrainz(2, 1_714_999_999), extended(3, "2024-05-09T12:00:00Z", 5, true))
                .history()
                .table();
        assertThat(table.columnNames()).containsExactly("began", "row", "id", "artist", "title", "seconds", "heard");
        assertThat(table.rowCount()).isEqualTo(3);
        assertThat(table.doubleColumn("seconds").get(0)).isEqualTo(200.0);
        assertThat(table.doubleColumn("seconds").isMissing(1)).isTrue();
        assertThat(table.booleanColumn("heard").get(2)).isFalse();
        assertThat(table.stringColumn("id").get(1)).isEqualTo(CATALOG.track(2).id());
    }

    @Test
    void every_song_of_the_catalogue_is_found_again_by_its_id() throws IOException {
        int[] rows =
                IntStream.range(0, CATALOG.size()).filter(row -> row % 7 == 0).toArray();
        String[] plays = new String[rows.length];
        for (int i = 0; i < rows.length; i++) {
            Instant ended = Instant.parse("2024-01-01T00:00:00Z").plusSeconds(300L * i);
            plays[i] = extended(rows[i], ended.toString(), LONG, false);
        }
        ListeningHistory history = read(plays).history();
        assertThat(history.listens().stream().mapToInt(Listen::row).toArray()).isEqualTo(rows);
    }
}
