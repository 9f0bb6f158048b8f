package segue.feedback;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import segue.catalog.Catalog;
import segue.catalog.Track;

/** Draws the evenings of invented listeners. */
final class InventedEvening {
    private static final int SUGGESTIONS = 5;
    private static final double RATED = 0.55;
    private static final double TRIED = 0.3;
    private static final double LIKED_FROM = 5.5;
    private static final double SCORERS = 0.45;
    private static final double FITS = 0.6;
    private static final double MISSES = -1.4;
    private static final int EVENING_HOUR = 18;

    private final InventedFeedback plan;
    private final Catalog songs;
    private final List<String> methods;
    private final Map<String, List<Integer>> rowsByGenre = new TreeMap<>();
    private final List<String> genres;
    private final RandomGenerator random;
    private final List<Event> events = new ArrayList<>();

    /** A row to be written, and when it happened. */
    record Event(Instant at, Row row) {}

    /** Writes a row of any table. */
    @FunctionalInterface
    interface Row {
        void write(Connection connection, Instant at) throws SQLException;
    }

    /** @param scores whether they give scores, not likes */
    private record Person(Listener listener, List<String> genres, double mildness, boolean scores) {}

    InventedEvening(InventedFeedback plan, Catalog songs) {
        this.plan = plan;
        this.songs = songs;
        this.methods = List.copyOf(new TreeMap<>(plan.methods()).keySet());
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(plan.seed());
        for (int row = 0; row < songs.size(); row++) {
            List<String> of = songs.track(row).genres();
            rowsByGenre
                    .computeIfAbsent(of.isEmpty() ? "" : of.getFirst(), _ -> new ArrayList<>())
                    .add(row);
        }
        this.genres = List.copyOf(rowsByGenre.keySet());
    }

    List<Event> all() {
        for (int i = 0; i < plan.listeners(); i++) {
            Person person = new Person(
                    new Listener("invented-" + token()),
                    List.of(genre(), genre(), genre()),
                    random.nextGaussian() * 0.8,
                    random.nextDouble() < SCORERS);
            int since = random.nextInt(plan.weeks());
            int evenings = 1 + random.nextInt(4);
            for (int week = since; week < plan.weeks(); week++) {
                for (int evening = 0; evening < evenings; evening++) {
                    evening(person, 7 * (plan.weeks() - week) - random.nextInt(7));
                }
            }
        }
        return events;
    }

    private void evening(Person person, int daysBefore) {
        Instant at = plan.until()
                .minus(Duration.ofDays(daysBefore))
                .plusSeconds(EVENING_HOUR * 3600L + random.nextInt(5 * 3600));
        int asked = songOf(person);
        search(person, at, songs.track(asked));
        play(person, at.plusSeconds(20), asked);
        String method = methods.get(random.nextInt(methods.size()));
        for (int i = 0; i < SUGGESTIONS; i++) {
            boolean fits = random.nextDouble() < plan.methods().get(method) / Opinion.BEST;
            int song = fits ? songOf(person) : random.nextInt(songs.size());
            Instant then = at.plusSeconds(60L + 200L * i);
            if (song != asked && random.nextDouble() < RATED) {
                play(person, then, song);
                rate(person, then.plusSeconds(90), asked, song, method, score(person, method, fits));
            }
        }
        if (methods.size() > 1 && random.nextDouble() < TRIED) {
            trial(person, at.plusSeconds(1500), asked);
        }
    }

    private void search(Person person, Instant at, Track track) {
        String name = track.name().isBlank() ? track.id() : track.name();
        boolean byArtist = !track.artists().isEmpty() && random.nextDouble() < 0.4;
        String typed = (byArtist ? track.artists().getFirst() : name).toLowerCase(Locale.ROOT);
        String most =
                typed.substring(0, typed.offsetByCodePoints(0, Math.min(100, typed.codePointCount(0, typed.length()))));
        add(
                at,
                "INSERT INTO search (listener, typed, at_millis) VALUES (?, ?, ?)",
                person.listener().id(),
                most);
    }

    private void play(Person person, Instant at, int song) {
        add(
                at,
                "INSERT INTO play (listener, song, at_millis) VALUES (?, ?, ?)",
                person.listener().id(),
                songs.track(song).id());
    }

    private void add(Instant at, String insert, String listener, String what) {
        events.add(new Event(
                at, (connection, when) -> Rows.change(connection, insert, listener, what, when.toEpochMilli())));
    }

    private void rate(Person person, Instant at, int asked, int song, String method, double score) {
        int rounded = Math.clamp(Math.round(score), 0, Opinion.BEST);
        Opinion opinion =
                person.scores() ? Opinion.score(rounded) : score >= LIKED_FROM ? Opinion.LIKE : Opinion.DISLIKE;
        Rating rating = new Rating(
                person.listener(), songs.track(asked).id(), songs.track(song).id(), method, opinion);
        String key = token();
        events.add(new Event(at, (connection, when) -> Ratings.add(connection, key, rating, when)));
    }

    private void trial(Person person, Instant at, int asked) {
        int left = random.nextInt(methods.size());
        int right = (left + 1 + random.nextInt(methods.size() - 1)) % methods.size();
        Trial trial = new Trial(
                token(),
                person.listener(),
                songs.track(asked).id(),
                methods.get(left),
                methods.get(right),
                at,
                Optional.empty());
        TrialAnswer answer =
                TrialAnswer.ofScores(rounded(person, trial.leftMethod()), rounded(person, trial.rightMethod()));
        events.add(new Event(at, (connection, when) -> {
            Trials.add(connection, trial);
            Trials.answer(connection, trial.id(), answer, when.plusSeconds(60));
        }));
    }

    private int rounded(Person person, String method) {
        boolean fits = random.nextDouble() < plan.methods().get(method) / Opinion.BEST;
        return Math.clamp(Math.round(score(person, method, fits)), 0, Opinion.BEST);
    }

    private double score(Person person, String method, boolean fits) {
        return plan.methods().get(method) + person.mildness() + (fits ? FITS : MISSES) + random.nextGaussian() * 1.6;
    }

    private int songOf(Person person) {
        List<Integer> rows = rowsByGenre.get(
                person.genres().get(random.nextInt(person.genres().size())));
        return rows.get(favouring(rows.size()));
    }

    /** Genres are not equally popular. */
    private String genre() {
        return genres.get(favouring(genres.size()));
    }

    /** Some much more often than others. */
    private int favouring(int count) {
        double u = random.nextDouble();
        return (int) (count * u * u * u);
    }

    private String token() {
        byte[] bits = new byte[16];
        random.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
