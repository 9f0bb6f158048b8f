package segue.spark.playlists;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** What several blocks of lists say of each song, added up; holds one song at a time. */
final class Added implements Iterator<Beside> {
    private final Iterator<Beside> parts;
    private final SongNames names;
    private final CoOccurrenceOptions options;
    private final Tally tally;
    private Beside next;

    /** @param parts of a song one after the other */
    Added(Iterator<Beside> parts, SongNames names, CoOccurrenceOptions options) {
        this.parts = parts;
        this.names = names;
        this.options = options;
        this.tally = new Tally(names.songs());
        this.next = parts.hasNext() ? parts.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Beside next() {
        if (next == null) {
            throw new NoSuchElementException();
        }
        int song = next.song();
        while (next != null && next.song() == song) {
            for (int i = 0; i < next.others().length; i++) {
                tally.add(next.others()[i], next.counts()[i]);
            }
            next = parts.hasNext() ? parts.next() : null;
        }
        return tally.best(song, options, names);
    }
}
