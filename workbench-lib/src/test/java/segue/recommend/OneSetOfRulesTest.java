package segue.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.catalog.playlists.Playlists;
import segue.recommend.playlist.PlaylistModel;
import segue.recommend.playlist.PlaylistOptions;
import segue.recommend.playlist.Suggestion;
import segue.recommend.tastes.TasteOptions;
import segue.recommend.tastes.TastePlaylist;
import segue.recommend.tastes.TastePlaylistOptions;
import segue.recommend.tastes.TasteSpace;
import segue.recommend.tastes.Tastes;

/** A rule means the same in every way to recommend, over 300 songs of which 100 are there twice. */
class OneSetOfRulesTest {
    private static final Catalog CATALOG = withCopies();
    private static final Recommender RECOMMENDER = Recommender.of(CATALOG);
    private static final TasteSpace SPACE = TasteSpace.of(RECOMMENDER);
    private static final PlaylistModel MODEL =
            PlaylistModel.fit(CATALOG, Playlists.none(CATALOG.size()), PlaylistOptions.defaults());
    private static final List<Integer> SEEDS = List.of(0, 6, 40, 77, 120);

    private record Answer(List<Track> tracks, List<LeftOut> leftOut, List<String> notes) {}

    private enum Way {
        SOUND {
            @Override
            Answer ask(int n, Rules rules, Set<Integer> known) {
                Recommendations found = RECOMMENDER.recommend(
                        Request.of(SEEDS).withN(n).withRules(rules).withKnown(known));
                return new Answer(found.stream().map(Recommendation::track).toList(), found.leftOut(), found.notes());
            }
        },
        VARIED_SOUND {
            @Override
            Answer ask(int n, Rules rules, Set<Integer> known) {
                Recommendations found = RECOMMENDER.recommend(Request.of(SEEDS)
                        .withN(n)
                        .withVariety(0.5)
                        .withNovelty(0.2)
                        .withRules(rules)
                        .withKnown(known));
                return new Answer(found.stream().map(Recommendation::track).toList(), found.leftOut(), found.notes());
            }
        },
        TASTES {
            @Override
            Answer ask(int n, Rules rules, Set<Integer> known) {
                TastePlaylist found = Tastes.of(SPACE, TasteOptions.defaults(), seeds())
                        .playlist(TastePlaylistOptions.defaults()
                                .withN(n)
                                .withRules(rules)
                                .withKnown(known));
                return new Answer(
                        Arrays.stream(found.rows()).mapToObj(CATALOG::track).toList(), found.leftOut(), found.notes());
            }
        },
        PLAYLISTS {
            @Override
            Answer ask(int n, Rules rules, Set<Integer> known) {
                Screening screening = RECOMMENDER.ruleBook().screening(SEEDS, known, rules);
                List<Suggestion> found = MODEL.continueList(seeds(), n, screening::takes);
                return new Answer(
                        found.stream().map(Suggestion::track).toList(), screening.leftOut(), screening.notes());
            }
        };

        abstract Answer ask(int n, Rules rules, Set<Integer> known);
    }

    private static int[] seeds() {
        return SEEDS.stream().mapToInt(row -> row).toArray();
    }

    private static Catalog withCopies() {
        List<Track> tracks = new ArrayList<>(Songs.tracks());
        for (int row = 0; row < Songs.SIZE; row += 3) {
            Track of = tracks.get(row);
            tracks.add(Songs.like(of, "copy" + row, of.name() + " - 2011 Remaster", Songs.measuredAgain(of.audio())));
        }
        return new Catalog("300 songs and 100 copies", tracks);
    }

    private static String recording(Track track) {
        return track.name().replace(" - 2011 Remaster", "");
    }

    @ParameterizedTest
    @EnumSource
    void no_recording_comes_twice_and_none_that_was_asked_for_under_another_id(Way way) {
        List<String> found = way.ask(100, Rules.defaults(), Set.of()).tracks().stream()
                .map(OneSetOfRulesTest::recording)
                .toList();

        assertThat(found).hasSize(100).doesNotHaveDuplicates().doesNotContain("Song 0", "Song 6", "Song 120");
    }

    @ParameterizedTest
    @EnumSource
    void what_the_user_has_does_not_come_under_any_id(Way way) {
        Set<Integer> known = IntStream.range(0, 150).map(i -> 2 * i).boxed().collect(Collectors.toSet());
        List<Track> found = way.ask(100, Rules.defaults(), known).tracks();

        assertThat(found)
                .hasSize(100)
                .allMatch(track -> Integer.parseInt(recording(track).substring(5)) % 2 == 1);
    }

    @ParameterizedTest
    @EnumSource
    void an_artist_has_no_more_places_than_allowed(Way way) {
        for (int most : new int[] {1, 2}) {
            List<Track> found = way.ask(40 * most - 5, Rules.defaults().withPerArtist(most), Set.of())
                    .tracks();

            assertThat(found).hasSize(40 * most - 5);
            assertThat(found.stream()
                            .collect(Collectors.groupingBy(Track::artistLine, Collectors.counting()))
                            .values())
                    .allMatch(songs -> songs <= most);
        }
    }

    @ParameterizedTest
    @EnumSource
    void rules_that_a_song_passes_by_itself_hold_and_count_the_same(Way way) {
        Rules rules = Rules.defaults()
                .withYears(Range.of(1970, 1999))
                .withGenres("rock")
                .withPopularity(Range.atLeast(10))
                .withOtherArtists(true);
        Answer answer = way.ask(30, rules, Set.of());

        assertThat(answer.tracks())
                .hasSize(30)
                .allMatch(track -> track.year().orElseThrow() >= 1970
                        && track.year().orElseThrow() <= 1999
                        && track.genres().contains("classic rock")
                        && track.popularity().orElseThrow() >= 10
                        && SEEDS.stream()
                                .noneMatch(seed -> CATALOG.track(seed).artists().equals(track.artists())));
        assertThat(answer.leftOut().stream()
                        .filter(one -> one.rule() != Rule.SAME_RECORDING)
                        .map(one -> one.rule() + " " + one.count() + " " + one.unknown()))
                .isEqualTo(Way.SOUND.ask(30, rules, Set.of()).leftOut().stream()
                        .filter(one -> one.rule() != Rule.SAME_RECORDING)
                        .map(one -> one.rule() + " " + one.count() + " " + one.unknown())
                        .toList());
        assertThat(answer.leftOut().getFirst().first()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void where_a_rule_leaves_nothing_that_is_told(Way way) {
        Answer answer = way.ask(5, Rules.defaults().withYears(Range.of(1800, 1801)), Set.of());

        assertThat(answer.tracks()).isEmpty();
        assertThat(answer.notes()).singleElement().asString().startsWith("year 1800-1801 leaves nothing of 400 songs");
    }

    @ParameterizedTest
    @EnumSource
    void fewer_songs_come_where_the_rules_leave_no_more(Way way) {
        assertThat(way.ask(80, Rules.defaults().withYears(Range.of(1980, 1981)), Set.of())
                        .tracks())
                .hasSizeBetween(5, 14);
    }

    @ParameterizedTest
    @EnumSource
    void rows_that_are_not_there_are_refused(Way way) {
        assertThatThrownBy(() -> way.ask(5, Rules.defaults(), Set.of(4_000)))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("row must be in [0, 400) but was 4000");
    }
}
