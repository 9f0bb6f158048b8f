package segue.catalog.listening;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import segue.catalog.Catalog;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The plays of one person of songs that a catalogue has, by time; immutable. */
public final class ListeningHistory {
    private final Catalog catalog;
    private final List<Play> plays;
    private final Map<Integer, SongPlays> heard = new HashMap<>();

    /** @param plays by time */
    ListeningHistory(Catalog catalog, List<Play> plays) {
        this.catalog = catalog;
        this.plays = List.copyOf(plays);
        for (Play play : this.plays) {
            if (play.heard()) {
                heard.compute(
                        play.row(),
                        (row, before) -> new SongPlays(
                                row,
                                before == null ? 1 : before.plays() + 1,
                                play.listen().began()));
            }
        }
    }

    /**
     * The history in the files of a service.
     *
     * @param source a file, a zip archive, or a folder of them, see {@link Listening#read}
     */
    public static ListeningHistory read(Path source, Catalog catalog) {
        return Listening.read(source, catalog).history();
    }

    public int size() {
        return plays.size();
    }

    /** Every play, those that were skipped too, the first at first. */
    public List<Listen> listens() {
        return new AbstractList<>() {
            @Override
            public Listen get(int index) {
                return plays.get(index).listen();
            }

            @Override
            public int size() {
                return plays.size();
            }
        };
    }

    /** The song heard last: of plays that {@linkplain Listen#heard() count} the one that began last; empty if none does. */
    public Optional<Listen> last() {
        return recent(1).stream().findFirst();
    }

    /**
     * The songs heard last, each with its last play that counts, the last one first; of plays that began together, that of the
     * smaller row first.
     *
     * @param n at most so many, at least 0
     */
    public List<Listen> recent(int n) {
        requireCount(n);
        return heard.values().stream()
                .sorted(Comparator.comparing(SongPlays::last).reversed().thenComparing(SongPlays::row))
                .limit(n)
                .map(this::lastOf)
                .toList();
    }

    private Listen lastOf(SongPlays song) {
        long began = song.last().toEpochMilli();
        int low = 0;
        for (int high = plays.size(); low < high; ) {
            int middle = (low + high) >>> 1;
            if (plays.get(middle).began() < began) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        while (plays.get(low).row() != song.row() || !plays.get(low).heard()) {
            low++;
        }
        return plays.get(low).listen();
    }

    /**
     * The songs heard most often, the first one most; of songs heard as often, the one heard last, then that of the smaller row.
     *
     * @param n at most so many, at least 0
     */
    public List<SongPlays> mostPlayed(int n) {
        requireCount(n);
        return heard.values().stream()
                .sorted(Comparator.comparingInt(SongPlays::plays)
                        .thenComparing(SongPlays::last)
                        .reversed()
                        .thenComparing(SongPlays::row))
                .limit(n)
                .toList();
    }

    /** Rows of the songs that were heard at least once, not only begun or skipped, ascending. */
    public Set<Integer> liked() {
        return new TreeSet<>(heard.keySet());
    }

    /** Plays that began after the last one that counts: they were skipped, or shorter than 30 s. */
    public int skippedSince() {
        int count = 0;
        while (count < plays.size() && !plays.get(plays.size() - 1 - count).heard()) {
            count++;
        }
        return count;
    }

    /** One row a play: {@code began} (UTC), {@code row}, {@code id}, {@code artist}, {@code title}, {@code seconds}, {@code heard}. */
    public Table table() {
        InstantColumn began = InstantColumn.create("began");
        IntColumn row = IntColumn.create("row");
        StringColumn id = StringColumn.create("id");
        StringColumn artist = StringColumn.create("artist");
        StringColumn title = StringColumn.create("title");
        DoubleColumn seconds = DoubleColumn.create("seconds");
        BooleanColumn counted = BooleanColumn.create("heard");
        for (Play play : plays) {
            began.append(play.listen().began());
            row.append(play.row());
            id.append(catalog.track(play.row()).id());
            artist.append(catalog.track(play.row()).artistLine());
            title.append(catalog.track(play.row()).name());
            if (play.millis() == Play.UNKNOWN) {
                seconds.appendMissing();
            } else {
                seconds.append(play.millis() / 1000.0);
            }
            counted.append(play.heard());
        }
        return Table.create("plays", began, row, id, artist, title, seconds, counted);
    }

    private static void requireCount(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must be at least 0 but was " + n);
        }
    }

    @Override
    public String toString() {
        return plays.isEmpty()
                ? "no plays"
                : "%,d plays of %,d songs, %tF to %tF"
                        .formatted(
                                plays.size(),
                                plays.stream().mapToInt(Play::row).distinct().count(),
                                plays.getFirst().listen().began().atOffset(ZoneOffset.UTC),
                                plays.getLast().listen().began().atOffset(ZoneOffset.UTC));
    }
}
