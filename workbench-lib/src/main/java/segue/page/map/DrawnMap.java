package segue.page.map;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import segue.catalog.Catalog;
import segue.chart.map.Colouring;
import segue.chart.map.HtmlMap;
import segue.chart.map.MapColours;
import segue.chart.map.SongMap;
import segue.page.server.Assets;
import segue.projection.Tsne;
import segue.projection.TsneMap;
import segue.projection.TsneOptions;

/**
 * The map of the page's catalogue, ready to be sent.
 *
 * @param page the map as HTML, with links to the page's songs
 * @param contentSecurity what the HTML may do
 */
public record DrawnMap(SongMap map, double klDivergence, Assets.Asset page, String contentSecurity) {
    /**
     * Takes seconds to minutes.
     *
     * @throws IllegalArgumentException if there is no map of these songs: too few, or all alike
     * @throws CancellationException if the thread is interrupted
     */
    public static DrawnMap of(Catalog songs) {
        TsneOptions options = TsneOptions.defaults().fitting(songs.size());
        MapColours colours = MapColours.of(songs);
        List<String> names = Stream.concat(colours.mainNames().stream(), songs.space().shown().stream())
                .filter(colours.names()::contains)
                .toList();
        TsneMap tsne = Tsne.map(songs.points(), options);
        if (!tsne.finished()) {
            throw new CancellationException("the page was closed while its map was drawn");
        }
        SongMap map = SongMap.of(songs, tsne.coordinates())
                .colouredBy(names.stream().map(colours::named).toArray(Colouring[]::new));
        HtmlMap html = HtmlMap.of(map).linkingTo("../");
        byte[] bytes = html.text().getBytes(StandardCharsets.UTF_8);
        return new DrawnMap(
                map,
                tsne.klDivergence(),
                Assets.Asset.of(MapEndpoints.PATH, "text/html; charset=utf-8", bytes),
                HtmlMap.contentSecurityPolicy());
    }
}
