package segue.catalog.listening;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import segue.catalog.Catalog;
import segue.catalog.CatalogException;
import segue.catalog.playlists.ListedSong;
import segue.catalog.playlists.SongMatcher;

/** Looks for the songs as they are read, and keeps of a play its row and time. */
final class ListeningCollector implements ListeningSink {
    private static final int EXAMPLES = 10;
    private static final int MOST_REMEMBERED = 200_000;
    private static final int MOST_PLAYS = 5_000_000;

    private final Catalog catalog;
    private final SongMatcher matcher;
    private final long latest;
    private final Map<ListedSong, Found> songs = new HashMap<>();
    private final SongSet saved = new SongSet();
    private final SongSet banned = new SongSet();
    private final List<Play> plays = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final long[] leftOut = new long[Kind.values().length];
    private int files;
    private int others;
    private long read;
    private long missing;

    /** What became of the search for a song, and how often it was asked for. */
    private static final class Found {
        private final Optional<SongMatcher.Match> match;
        private long asked;

        private Found(Optional<SongMatcher.Match> match) {
            this.match = match;
        }
    }

    /** Songs that were named, and how they were found. */
    private static final class SongSet {
        private final BitSet byId = new BitSet();
        private final BitSet byName = new BitSet();
        private long named;

        private void add(SongMatcher.Match match) {
            (isByName(match) ? byName : byId).set(match.row());
            named++;
        }

        private BitSet rows() {
            BitSet rows = (BitSet) byId.clone();
            rows.or(byName);
            return rows;
        }
    }

    ListeningCollector(Catalog catalog, long latest) {
        this.catalog = catalog;
        this.matcher = SongMatcher.of(catalog);
        this.latest = latest;
    }

    @Override
    public void play(ListedSong song, long began, int millis, Layout layout, boolean skipped) {
        find(song).ifPresent(match -> {
            if (plays.size() == MOST_PLAYS) {
                throw new CatalogException(
                        "the history",
                        "it has more than %,d plays, more than anyone hears".formatted(MOST_PLAYS),
                        "Give the files of one person");
            }
            plays.add(new Play(began, match.row(), millis, layout, skipped, isByName(match)));
        });
    }

    @Override
    public void song(ListedSong song, boolean wanted) {
        find(song).ifPresent((wanted ? saved : banned)::add);
    }

    private static boolean isByName(SongMatcher.Match match) {
        return match.by() == SongMatcher.By.NAME;
    }

    private Optional<SongMatcher.Match> find(ListedSong song) {
        if ((++read & 4095) == 0 && Thread.currentThread().isInterrupted()) {
            throw new CancellationException("stopped after %,d entries of what was listened to".formatted(read));
        }
        Found found = songs.get(song);
        if (found == null) {
            found = new Found(matcher.find(song));
            if (songs.size() < MOST_REMEMBERED) {
                songs.put(song, found);
            }
        }
        found.asked++;
        missing += found.match.isEmpty() ? 1 : 0;
        return found.match;
    }

    @Override
    public void leftOut(Kind kind) {
        read++;
        leftOut[kind.ordinal()]++;
    }

    @Override
    public void nextFile() {
        files++;
    }

    @Override
    public void otherFile() {
        others++;
    }

    @Override
    public void note(String what) {
        notes.add(what);
    }

    @Override
    public long latest() {
        return latest;
    }

    Listening result() {
        List<Play> each = SamePlays.removed(plays);
        BitSet savedRows = saved.rows();
        BitSet bannedRows = banned.rows();
        long byName = each.stream().filter(Play::byName).count() + byNameOnly(saved) + byNameOnly(banned);
        long kept = each.size() + savedRows.cardinality() + bannedRows.cardinality();
        ListeningReport report = new ListeningReport(
                files,
                others,
                read,
                kept - byName,
                byName,
                plays.size() + saved.named + banned.named - kept,
                missing,
                leftOut[Kind.PODCAST.ordinal()],
                leftOut[Kind.LOCAL.ordinal()],
                leftOut[Kind.NAMELESS.ordinal()],
                leftOut[Kind.REFUSED.ordinal()],
                mostMissed(),
                notes);
        bannedRows.andNot(savedRows);
        Library library = new Library(
                savedRows.stream().boxed().toList(), bannedRows.stream().boxed().toList());
        return new Listening(library, new ListeningHistory(catalog, each), report);
    }

    private static long byNameOnly(SongSet songs) {
        BitSet rows = songs.rows();
        rows.andNot(songs.byId);
        return rows.cardinality();
    }

    private List<String> mostMissed() {
        return songs.entrySet().stream()
                .filter(song -> song.getValue().match.isEmpty())
                .sorted(Comparator.<Map.Entry<ListedSong, Found>>comparingLong(song -> -song.getValue().asked)
                        .thenComparing(song -> song.getKey().toString()))
                .limit(EXAMPLES)
                .map(song -> song.getKey().toString())
                .toList();
    }
}
