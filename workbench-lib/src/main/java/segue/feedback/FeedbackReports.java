package segue.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import segue.catalog.TextKey;
import segue.feedback.sql.Database;

/** Numbers for a dashboard, over all listeners, from what the database holds when they are asked for. */
public final class FeedbackReports {
    /** A score of at least so much counts as a like where songs that are liked are counted. */
    public static final int LIKED_FROM = 7;

    private final Database database;

    FeedbackReports(Database database) {
        this.database = database;
    }

    /** Average score and share of likes of every method that was rated, in the order of the alphabet. Ratings that count. */
    public List<MethodScore> scoresByMethod() {
        Map<String, Map<String, List<Double>>> scores = new TreeMap<>();
        Map<String, Map<String, List<Double>>> likes = new TreeMap<>();
        forEachCurrent(rating -> {
            boolean scored = rating.opinion().kind() == Opinion.Kind.SCORE;
            double value = rating.opinion().asScore().orElseThrow();
            Map<String, List<Double>> ofScores = scores.computeIfAbsent(rating.method(), _ -> new TreeMap<>());
            Map<String, List<Double>> ofLikes = likes.computeIfAbsent(rating.method(), _ -> new TreeMap<>());
            (scored ? ofScores : ofLikes)
                    .computeIfAbsent(rating.listener().id(), _ -> new ArrayList<>())
                    .add(scored ? value : value / Opinion.BEST);
        });
        return scores.keySet().stream()
                .map(method -> new MethodScore(
                        method,
                        MeanInterval.of(scores.get(method).values(), 0, Opinion.BEST),
                        MeanInterval.of(likes.get(method).values(), 0, 1)))
                .toList();
    }

    /** What blind trials say of every pair of methods that was judged, in the order of the alphabet. */
    public List<TrialScore> trials() {
        Map<List<String>, TrialTally> tallies = new HashMap<>();
        database.read(connection -> {
            Rows.forEach(
                    connection,
                    row -> {
                        Trial trial = Trials.read(row);
                        boolean inOrder = trial.leftMethod().compareTo(trial.rightMethod()) < 0;
                        String first = inOrder ? trial.leftMethod() : trial.rightMethod();
                        String second = inOrder ? trial.rightMethod() : trial.leftMethod();
                        tallies.computeIfAbsent(List.of(first, second), _ -> new TrialTally(first, second))
                                .add(trial, trial.answer().orElseThrow());
                    },
                    Trials.ANSWERED);
            return tallies;
        });
        return tallies.values().stream()
                .map(TrialTally::score)
                .sorted((a, b) -> (a.method() + '\0' + a.other()).compareTo(b.method() + '\0' + b.other()))
                .toList();
    }

    /** Likes, dislikes and scores as they came in, by day; days without any are left out. */
    public List<DayOfOpinions> days(ZoneId zone) {
        Map<LocalDate, int[]> days = new TreeMap<>();
        database.read(connection -> {
            Rows.forEach(
                    connection,
                    row -> {
                        Opinion.Kind kind = Opinion.Kind.valueOf(row.getString("opinion"));
                        LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(row.getLong("at_millis")), zone);
                        days.computeIfAbsent(day, _ -> new int[Opinion.Kind.values().length])[kind.ordinal()]++;
                    },
                    "SELECT opinion, at_millis FROM rating WHERE opinion <> 'WITHDRAWN'");
            return days;
        });
        return days.entrySet().stream()
                .map(entry -> new DayOfOpinions(
                        entry.getKey(),
                        entry.getValue()[Opinion.Kind.LIKE.ordinal()],
                        entry.getValue()[Opinion.Kind.DISLIKE.ordinal()],
                        entry.getValue()[Opinion.Kind.SCORE.ordinal()]))
                .toList();
    }

    /**
     * Genres of the songs that listeners like: liked, or scored {@value #LIKED_FROM} or more. A song counts once a listener.
     *
     * @param genresOf genres of a song's id; none for a song that is not known
     */
    public List<Count> likedGenres(Function<String, List<String>> genresOf, int most) {
        Map<String, LinkedHashSet<String>> listenersBySong = new HashMap<>();
        forEachCurrent(rating -> {
            if (rating.opinion().asScore().orElseThrow() >= LIKED_FROM) {
                listenersBySong
                        .computeIfAbsent(rating.song(), _ -> new LinkedHashSet<>())
                        .add(rating.listener().id());
            }
        });
        Tally genres = new Tally();
        listenersBySong.forEach(
                (song, listeners) -> genresOf.apply(song).forEach(genre -> genres.add(genre, listeners.size())));
        return genres.most(most);
    }

    /** Genres of the songs that were played, once a play. */
    public List<Count> playedGenres(Function<String, List<String>> genresOf, int most) {
        Tally genres = new Tally();
        forEachCounted(
                "SELECT song AS label, COUNT(*) AS times FROM play GROUP BY song",
                song -> genresOf.apply(song.label()).forEach(genre -> genres.add(genre, song.times())));
        return genres.most(most);
    }

    /** Words that were searched for since then, folded (Beyoncé is {@code beyonce}), once a search. */
    public List<Count> searchWords(Instant since, int most) {
        Tally words = new Tally();
        forEachCounted(
                "SELECT typed AS label, COUNT(*) AS times FROM search WHERE at_millis >= ? GROUP BY typed",
                search -> new LinkedHashSet<>(List.of(TextKey.of(search.label()).split(" ")))
                        .stream().filter(word -> !word.isBlank()).forEach(word -> words.add(word, search.times())),
                since.toEpochMilli());
        return words.most(most);
    }

    /** Who searched, rated and played, and how much: the most active first, equal ones the latest first. */
    public List<ListenerActivity> listeners() {
        return Rows.list(
                database,
                row -> new ListenerActivity(
                        new Listener(row.getString("listener")),
                        row.getInt("ratings"),
                        row.getInt("searches"),
                        row.getInt("plays"),
                        Instant.ofEpochMilli(row.getLong("last_millis"))),
                """
                SELECT listener, SUM(ratings) AS ratings, SUM(searches) AS searches, SUM(plays) AS plays,
                  MAX(last_millis) AS last_millis
                FROM (
                  SELECT listener, COUNT(*) AS ratings, 0 AS searches, 0 AS plays, MAX(at_millis) AS last_millis
                  FROM rating GROUP BY listener
                  UNION ALL
                  SELECT listener, 0, COUNT(*), 0, MAX(at_millis) FROM search GROUP BY listener
                  UNION ALL
                  SELECT listener, 0, 0, COUNT(*), MAX(at_millis) FROM play GROUP BY listener) AS parts
                GROUP BY listener
                ORDER BY SUM(ratings) + SUM(searches) + SUM(plays) DESC, MAX(last_millis) DESC, listener""");
    }

    public Activity lastActivity() {
        return database.read(connection -> {
            List<Optional<Instant>> last = new ArrayList<>();
            for (String table : List.of("rating", "search", "play", "trial")) {
                Rows.forEach(
                        connection,
                        row -> {
                            long millis = row.getLong(1);
                            last.add(row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis)));
                        },
                        "SELECT MAX(at_millis) FROM " + table);
            }
            return new Activity(last.get(0), last.get(1), last.get(2), last.get(3));
        });
    }

    private void forEachCurrent(Consumer<Rating> visitor) {
        database.read(connection -> {
            Rows.forEach(connection, row -> visitor.accept(Ratings.read(row).rating()), Ratings.CURRENT);
            return visitor;
        });
    }

    private void forEachCounted(String query, Consumer<Count> visitor, Object... arguments) {
        database.read(connection -> {
            Rows.forEach(
                    connection,
                    row -> visitor.accept(new Count(row.getString("label"), row.getInt("times"))),
                    query,
                    arguments);
            return visitor;
        });
    }
}
