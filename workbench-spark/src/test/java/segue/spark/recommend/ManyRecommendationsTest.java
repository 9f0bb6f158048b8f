package segue.spark.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.catalog.Catalog;
import segue.neighbors.Metric;
import segue.recommend.NewArtists;
import segue.recommend.Range;
import segue.recommend.Recommendation;
import segue.recommend.Recommender;
import segue.recommend.Request;
import segue.recommend.Rules;
import segue.recommend.tastes.TasteOptions;
import segue.recommend.tastes.TastePlaylist;
import segue.recommend.tastes.TastePlaylistOptions;
import segue.recommend.tastes.TasteSong;
import segue.recommend.tastes.TasteSpace;
import segue.recommend.tastes.Tastes;
import segue.spark.TestSession;
import segue.spark.session.SegueSession;

class ManyRecommendationsTest {
    private static final Catalog SONGS = Catalog.sample();
    private static final Recommender LIBRARY = Recommender.of(SONGS);
    private static final AtomicInteger FAILURES = new AtomicInteger();

    private final SegueSession session = TestSession.shared();

    @TempDir
    private Path folder;

    /** Fifty users with 1 to 30 songs each, as rows of the catalogue. */
    private static Map<String, List<Integer>> fifty() {
        Random random = new Random(11);
        Map<String, List<Integer>> users = new TreeMap<>();
        for (int user = 0; user < 50; user++) {
            users.put(
                    "user " + user,
                    random.ints(1 + random.nextInt(30), 0, SONGS.size())
                            .distinct()
                            .boxed()
                            .toList());
        }
        return users;
    }

    /** A table with the songs of the users by turns, so that rows of one user do not follow each other. */
    private Path table(String name, Map<String, List<Integer>> users) throws IOException {
        List<String> lines = new ArrayList<>(List.of("user,id"));
        int longest = users.values().stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (Map.Entry<String, List<Integer>> user : users.entrySet()) {
                if (i < user.getValue().size()) {
                    lines.add(user.getKey() + "," + id(user.getValue().get(i)));
                }
            }
        }
        return Files.write(folder.resolve(name), lines);
    }

    private static String id(int row) {
        return SONGS.track(row).id();
    }

    private Map<String, List<String>> answers(Path users, ListenerOptions options) throws IOException {
        return session.run(spark -> {
            try (ManyRecommendations many = ManyRecommendations.of(spark, users.toString(), SONGS, options)) {
                return answers(many);
            }
        });
    }

    /** Of every user the songs with their scores, in the order of their ranks. */
    private static Map<String, List<String>> answers(ManyRecommendations many) {
        Map<String, List<String>> answers = new TreeMap<>();
        for (Row row : many.recommendations().collectAsList()) {
            List<String> mine = answers.computeIfAbsent(row.getString(0), user -> new ArrayList<>());
            mine.add(row.getString(2) + " " + row.getDouble(5));
            assertThat(row.getInt(1)).isEqualTo(mine.size());
        }
        return answers;
    }

    private static Map<String, List<String>> bySound(Map<String, List<Integer>> users, Request asked) {
        Map<String, List<String>> answers = new TreeMap<>();
        users.forEach((user, rows) -> {
            List<Recommendation> found = LIBRARY.recommend(asked.withSeeds(rows));
            if (!found.isEmpty()) {
                answers.put(
                        user,
                        found.stream()
                                .map(one -> one.track().id() + " " + (double) one.distance())
                                .toList());
            }
        });
        return answers;
    }

    @Test
    void everyUserGetsWhatTheLibraryAnswers() throws IOException {
        Path users = table("users.csv", fifty());
        assertThat(answers(users, ListenerOptions.sound().withN(10)))
                .isEqualTo(bySound(fifty(), Request.of(0).withN(10)))
                .hasSize(50);
    }

    @Test
    void everyOptionMeansWhatItMeansInTheLibrary() throws IOException {
        Path users = table("users.csv", fifty());
        Rules strict = Rules.defaults()
                .withPerArtist(1)
                .withOtherArtists(true)
                .withYears(Range.atLeast(1980))
                .withPopularity(Range.of(1, 70))
                .withUnwantedGenres("rock")
                .withNewArtists(NewArtists.defaults());
        assertThat(answers(users, ListenerOptions.sound().withRules(strict).withVariety(0.3)))
                .isEqualTo(bySound(fifty(), Request.of(0).withRules(strict).withVariety(0.3)));
        assertThat(answers(
                        users,
                        ListenerOptions.sound()
                                .withMetric(Metric.COSINE)
                                .withNovelty(0.5)
                                .withExplain(true)))
                .isEqualTo(
                        bySound(fifty(), Request.of(0).withMetric(Metric.COSINE).withNovelty(0.5)));
        assertThat(answers(users, ListenerOptions.sound().withDissimilar(true)))
                .isEqualTo(bySound(fifty(), Request.of(0).withDissimilar(true)));
    }

    @Test
    void tastesAreThoseOfTheLibrary() throws IOException {
        Map<String, List<String>> expected = new TreeMap<>();
        TasteSpace space = TasteSpace.of(LIBRARY);
        fifty().forEach((user, rows) -> {
            int[] liked = rows.stream().mapToInt(row -> row).toArray();
            TastePlaylist playlist = Tastes.of(space, TasteOptions.defaults(), liked)
                    .playlist(TastePlaylistOptions.defaults().withN(12));
            List<String> songs = new ArrayList<>();
            for (TasteSong song : playlist.songs()) {
                songs.add(song.track().id() + " " + song.score());
            }
            expected.put(user, songs);
        });
        assertThat(answers(table("users.csv", fifty()), ListenerOptions.tastes().withN(12)))
                .isEqualTo(expected);
    }

    @Test
    void howATableIsCutUpMakesNoDifference() throws IOException {
        Map<String, List<String>> expected = bySound(fifty(), Request.of(0));
        Path csv = table("users.csv", fifty());
        Path shuffled = folder.resolve("shuffled.parquet");
        Path lists = folder.resolve("lists.parquet");
        session.run(spark -> {
            List<String> rows = new ArrayList<>();
            fifty().forEach((user, songs) -> IntStream.range(0, songs.size())
                    .forEach(i -> rows.add("{\"user\": \"%s\", \"track_id\": \"%s\", \"position\": %d}"
                            .formatted(user, id(songs.get(i)), i))));
            var table = spark.read().json(spark.createDataset(rows, org.apache.spark.sql.Encoders.STRING()));
            table.repartition(7).write().parquet(shuffled.toString());
            table.createOrReplaceTempView("listed");
            spark.sql("select user, transform(sort_array(collect_list(struct(position, track_id))), s -> s.track_id)"
                            + " as songs from listed group by user")
                    .repartition(60)
                    .write()
                    .parquet(lists.toString());
            return null;
        });
        assertThat(answers(shuffled, ListenerOptions.sound())).isEqualTo(expected);
        assertThat(answers(lists, ListenerOptions.sound())).isEqualTo(expected);
        Path parts = Files.createDirectory(folder.resolve("parts"));
        List<String> lines = Files.readAllLines(csv);
        for (int part = 0; part < 3; part++) {
            List<String> some = new ArrayList<>(List.of(lines.getFirst()));
            some.addAll(lines.subList(Math.max(1, part * lines.size() / 3), (part + 1) * lines.size() / 3));
            Files.write(parts.resolve("part-%d.csv".formatted(part)), some);
        }
        assertThat(answers(parts, ListenerOptions.sound())).isEqualTo(expected);
    }

    @Test
    void playlistsAreUsersByTheirIds() throws IOException {
        Path lists = Files.createDirectory(folder.resolve("lists"));
        Map<String, List<Integer>> users = Map.of("calm", List.of(7, 400, 12), "loud", List.of(99));
        Files.writeString(lists.resolve("calm.m3u8"), "#EXTM3U\n" + id(7) + "\n" + id(400) + "\n" + id(12) + "\n");
        Files.writeString(
                lists.resolve("mpd.slice.0-0.json"),
                "{\"playlists\": [{\"name\": \"x\", \"pid\": \"loud\", \"tracks\": [{\"track_uri\": \"spotify:track:"
                        + id(99) + "\"}]}, {\"pid\": 7, \"tr");
        session.run(spark -> {
            try (ManyRecommendations many =
                    ManyRecommendations.of(spark, lists.toString(), SONGS, ListenerOptions.sound())) {
                assertThat(answers(many)).isEqualTo(bySound(users, Request.of(0)));
                assertThat(many.totals().unusable()).isEqualTo(1);
                assertThat(many.totals().firstUnusable()).contains("mpd.slice.0-0.json", "the file breaks off");
            }
            return null;
        });
    }

    @Test
    void aUserWithMostOfTheRowsIsStartedFromAThousandSongs() throws IOException {
        List<String> lines = new ArrayList<>(List.of("user,id"));
        for (int i = 0; i < 30_000; i++) {
            lines.add((i % 10 == 0 ? "user " + i : "everything") + "," + id(i % 3_000));
        }
        Path users = Files.write(folder.resolve("skewed.csv"), lines);
        session.run(spark -> {
            try (ManyRecommendations many =
                    ManyRecommendations.of(spark, users.toString(), SONGS, ListenerOptions.sound())) {
                Row report = many.report().filter("user = 'everything'").first();
                assertThat(report.getLong(1)).isEqualTo(27_000);
                assertThat(report.getInt(2)).isEqualTo(2_700);
                assertThat(report.getLong(3)).isEqualTo(24_300);
                assertThat(report.getString(7)).isEqualTo("started from 1,000 of 2,700 songs");
                List<Integer> known = IntStream.range(0, 3_000)
                        .filter(row -> row % 10 != 0)
                        .boxed()
                        .toList();
                List<Integer> seeds = IntStream.range(0, 1_000)
                        .mapToObj(i -> known.get(i * 2_700 / 1_000))
                        .toList();
                assertThat(answers(many).get("everything"))
                        .isEqualTo(bySound(Map.of("it", seeds), Request.of(0).withKnown(known))
                                .get("it"));
                assertThat(many.totals().users()).isEqualTo(3_001);
            }
            return null;
        });
    }

    @Test
    void whatCannotBeUsedIsToldAndNothingIsCountedTwice() throws IOException {
        Path users = Files.writeString(
                folder.resolve("users.csv"),
                "user,id\na,%1$s\na,nowhere\na,%1$s\na,spotify:track:%2$s\nb,gone\nc,\n,%1$s\n\"d\n"
                        .formatted(id(3), id(8)));
        session.run(spark -> {
            try (ManyRecommendations many =
                    ManyRecommendations.of(spark, users.toString(), SONGS, ListenerOptions.sound())) {
                assertThat(answers(many)).isEqualTo(bySound(Map.of("a", List.of(3, 8)), Request.of(0)));
                assertThat(many.report().orderBy("user").collectAsList().stream()
                                .map(Row::toString))
                        .containsExactly(
                                "[a,4,2,1,1,nowhere,5,null]",
                                "[b,1,0,0,1,gone,0,no song is in the catalogue]",
                                "[c,0,0,0,0,null,0,there is no song]");
                ManyTotals totals = many.totals();
                assertThat(totals.users()).isEqualTo(3);
                assertThat(totals.answered()).isEqualTo(1);
                assertThat(totals.withoutSongs()).isEqualTo(2);
                assertThat(totals.unusable()).isEqualTo(2);
                assertThat(totals.sentence())
                        .contains(
                                "recommended 5 songs to 1 of 3 users",
                                "2 of 5 entries name a song that it has not, such as 'nowhere' of user a",
                                "2 rows could not be used: users.csv, line 8: it names no user");
            }
            return null;
        });
    }

    @Test
    void aTaskThatIsTriedAgainDoublesNothing() throws IOException {
        Path users = table("users.csv", fifty());
        FAILURES.set(0);
        session.run(spark -> {
            JavaRDD<Entry> failing =
                    UserSongs.open(spark, users.toString()).entries().map(ManyRecommendationsTest::onceFailing);
            try (ManyRecommendations many =
                    ManyRecommendations.of(spark, new UserSongs(failing), SONGS, ListenerOptions.sound())) {
                assertThat(answers(many)).isEqualTo(bySound(fifty(), Request.of(0)));
                assertThat(many.totals().songs())
                        .isEqualTo(
                                fifty().values().stream().mapToInt(List::size).sum());
                assertThat(many.totals().repeated()).isZero();
            }
            return null;
        });
        assertThat(FAILURES).hasPositiveValue();
    }

    private static Entry onceFailing(Entry entry) {
        if (TaskContext.get().attemptNumber() == 0 && entry.minor() > 300) {
            FAILURES.incrementAndGet();
            throw new IllegalStateException("this task fails once");
        }
        return entry;
    }
}
