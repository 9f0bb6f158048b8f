package segue.kernel.display;

import java.util.List;
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
        List<List<String>> rows = catalog.tracks().stream()
                .limit(Grid.MOST_ROWS)
                .map(CatalogRenderer::row)
                .toList();
        return new Grid(
                        catalog.source(),
                        List.of("name", "artists", "year", "genres", "id"),
                        List.of(false, false, true, false, false),
                        rows,
                        catalog.size(),
                        5)
                .bundle();
    }

    private static List<String> row(Track track) {
        String year = track.year().isPresent() ? Integer.toString(track.year().getAsInt()) : "";
        return List.of(track.name(), track.artistLine(), year, String.join(", ", track.genres()), track.id());
    }
}
