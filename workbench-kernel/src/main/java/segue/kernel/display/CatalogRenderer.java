package segue.kernel.display;

import java.util.List;
import java.util.function.Function;
import segue.catalog.Catalog;
import segue.catalog.Track;

/** A catalogue as its first songs. */
final class CatalogRenderer implements Renderer<Catalog> {
    @Override
    public Class<Catalog> type() {
        return Catalog.class;
    }

    @Override
    public MimeBundle render(Catalog catalog) {
        List<Track> head = catalog.tracks().stream().limit(Grid.MOST_ROWS).toList();
        return grid(catalog.source(), head, catalog.size()).bundle();
    }

    static MimeBundle ofTracks(List<?> tracks, long size) {
        return grid("", tracks.stream().map(Track.class::cast).toList(), size).bundle();
    }

    private static Grid grid(String title, List<Track> head, long size) {
        List<GridColumn> columns = List.of(
                column("name", head, Track::name),
                column("artists", head, Track::artistLine),
                column("year", head, Track::year),
                column("genres", head, Track::genres),
                column("id", head, Track::id));
        return Grid.ofTable(title, columns, size, columns.size());
    }

    private static GridColumn column(String name, List<Track> tracks, Function<Track, Object> value) {
        return GridColumn.of(name, tracks.stream().map(value).toList());
    }
}
