package segue.page.map;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalInt;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.chart.map.Colouring;
import segue.matrix.FloatMatrix;

/**
 * The map for programs.
 *
 * @param points how many songs
 * @param song that was asked for; left out where none was
 * @param ids of the songs, in the order of the coordinates
 * @param coordinates {@code [x, y]} of each song
 */
public record MapJson(
        String title,
        int points,
        double klDivergence,
        @JsonInclude(JsonInclude.Include.NON_NULL) Place song,
        List<Colours> colourings,
        List<String> ids,
        float[][] coordinates) {
    /** Where one song stands. */
    record Place(String id, float x, float y) {}

    /**
     * Groups with a position in {@code names} for each song, -1 for none; or amounts, {@code null} for none.
     *
     * @param kind {@code "groups"} or {@code "amounts"}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Colours(String title, String kind, List<String> names, int[] groups, Float[] amounts) {
        static Colours of(Colouring colouring) {
            return switch (colouring) {
                case Colouring.Groups groups ->
                    new Colours(groups.title(), "groups", groups.names(), groups.groups(), null);
                case Colouring.Amounts amounts ->
                    new Colours(amounts.title(), "amounts", null, null, known(amounts.values()));
            };
        }

        private static Float[] known(float... values) {
            Float[] known = new Float[values.length];
            for (int i = 0; i < values.length; i++) {
                known[i] = Float.isNaN(values[i]) ? null : values[i];
            }
            return known;
        }
    }

    static MapJson of(Catalog songs, DrawnMap drawn, OptionalInt row) {
        FloatMatrix places = drawn.map().coordinates();
        float[][] coordinates = new float[places.rows()][];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = places.row(i);
        }
        Place song = row.isEmpty()
                ? null
                : new Place(
                        songs.track(row.getAsInt()).id(), places.get(row.getAsInt(), 0), places.get(row.getAsInt(), 1));
        return new MapJson(
                drawn.map().title(),
                places.rows(),
                drawn.klDivergence(),
                song,
                drawn.map().colourings().stream().map(Colours::of).toList(),
                songs.tracks().stream().map(Track::id).toList(),
                coordinates);
    }
}
