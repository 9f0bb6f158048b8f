package segue.catalog;

import java.util.List;
import java.util.Map;

/**
 * The rules by which rows become songs, one step at a time, for rows that are not read one after the other: the rows of each
 * file are cleaned ({@link #clean}), those of one id joined in the order of their {@linkplain RowPlace places}
 * ({@link SongDraft#join}), and the songs of one title compared ({@link #sameRecordings}). {@link CatalogLoader} takes the
 * same steps.
 *
 * <pre>{@code
 * CleaningLog log = new CleaningLog();
 * SongRules rules = SongRules.of(new SourceName(0, "songs.csv", path), rows.header(), log);
 * SongDraft song = rules.clean(rows.next(), 0);
 * }</pre>
 */
public final class SongRules {
    private final SourceName file;
    private final FeatureSpace space;
    private final Cleaner cleaner;

    private interface Cleaner {
        SongDraft clean(RowSource.Row row, RowPlace place);
    }

    private SongRules(SourceName file, FeatureSpace space, Cleaner cleaner) {
        this.file = file;
        this.space = space;
        this.cleaner = cleaner;
    }

    /**
     * The rules for the rows of one file.
     *
     * @param header as in {@link RowSource#header()}
     * @param log is told of the columns, and of the rows that are cleaned
     * @throws CatalogException if songs cannot be told from these columns
     */
    public static SongRules of(SourceName file, List<String> header, CleaningLog log) {
        if (RecordingLayout.fits(header)) {
            RecordingLayout layout = RecordingLayout.detect(file.path(), header);
            log.mapped(file.number(), layout.mapping(file.name(), header));
            return new SongRules(file, layout.space(), new RecordingCleaner(layout, log)::clean);
        }
        Layout layout = Layout.detect(file.path(), header);
        log.mapped(file.number(), layout.mapping(file.name(), header));
        return new SongRules(file, FeatureSpace.ofSongTables(), new RowCleaner(layout, log)::clean);
    }

    /** What the songs of this file are compared by. */
    public FeatureSpace space() {
        return space;
    }

    /**
     * The song of a row, or null for one that the log now has as rejected.
     *
     * @param number of the row in its file, from 0
     */
    public SongDraft clean(RowSource.Row row, long number) {
        return cleaner.clean(row, new RowPlace(file.number(), number, row.line()));
    }

    /**
     * The songs that are the same recording as an earlier one.
     *
     * @param songs in the order of their places, with the features of song tables; all songs, or all of one
     *     {@linkplain SongDraft#titleKey title}
     * @return by the song's id that of the earliest song of its recording
     */
    public static Map<String, String> sameRecordings(List<SongDraft> songs) {
        return Recordings.earliest(songs);
    }
}
