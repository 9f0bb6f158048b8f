package segue.recommend;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.matrix.FloatMatrix;
import segue.neighbors.Neighbors;
import segue.recommend.variety.VarietyDial;
import segue.recommend.variety.VarietyOptions;

/**
 * What the dial makes of the songs that the rules have left. Since no rule forbids a part of what it allows, they hold for what
 * is chosen as well. Of one song similarity is its distance; of several it is the place in the order in which they take turns.
 *
 * @param chosen what is shown up to this page, and at most one more
 * @param passedOver the most similar song that would be shown if only similarity counted, and is not; or none
 * @param notes what a person should know
 */
record Varied(List<Draft.Pick> chosen, List<Lost> passedOver, List<String> notes) {
    /**
     * @param points in which variety is measured by plain euclidean distance: what counts more or less is stretched already
     * @param several whether the songs of the pool came in turns
     */
    static Varied of(Request request, Catalog catalog, FloatMatrix points, boolean several, List<Draft.Pick> pool) {
        if (!request.isVaried() || pool.isEmpty()) {
            return new Varied(pool, List.of(), List.of());
        }
        int[] rows = new int[pool.size()];
        float[] distances = new float[rows.length];
        Map<Integer, Draft.Pick> picks = HashMap.newHashMap(rows.length);
        for (int place = 0; place < rows.length; place++) {
            Draft.Pick pick = pool.get(place);
            rows[place] = pick.row();
            distances[place] = several ? place : pick.distance();
            picks.put(pick.row(), pick);
        }
        int shown = request.n() * request.page();
        VarietyOptions options = new VarietyOptions(
                Math.min(shown + 1, Request.POOL), request.variety(), request.novelty(), Request.POOL);
        int[] chosen = VarietyDial.choose(
                        points,
                        new Neighbors(rows, distances),
                        row -> catalog.track(row).popularity(),
                        options)
                .rows();
        int[] onPages = Arrays.copyOf(chosen, Math.min(shown, chosen.length));
        List<Lost> lost = IntStream.of(rows)
                .limit(shown)
                .filter(row -> IntStream.of(onPages).noneMatch(other -> other == row))
                .limit(1)
                .mapToObj(row -> lost(request, catalog, points, picks.get(row), onPages))
                .toList();
        boolean popularityIsKnown = IntStream.of(rows)
                .anyMatch(row -> catalog.track(row).popularity().isPresent());
        return new Varied(
                IntStream.of(chosen).mapToObj(picks::get).toList(),
                lost,
                request.novelty() == 0 || popularityIsKnown
                        ? List.of()
                        : List.of(
                                "the popularity of these songs is not known, so novelty changes nothing but the weight of"
                                        + " the rest"));
    }

    private static Lost lost(Request request, Catalog catalog, FloatMatrix points, Draft.Pick pick, int... shown) {
        Track track = catalog.track(pick.row());
        OptionalInt popularity = track.popularity();
        String by = "less known songs were to come";
        if (request.variety() > 0) {
            int near = shown[0];
            for (int other : shown) {
                near = distance(points, pick.row(), other) < distance(points, pick.row(), near) ? other : near;
            }
            by = String.format(
                    Locale.ROOT,
                    "only %.3f from %s, which is shown",
                    distance(points, pick.row(), near),
                    catalog.track(near));
        }
        if (request.novelty() > 0 && popularity.isPresent()) {
            by += ", and its popularity is " + popularity.getAsInt();
        }
        return new Lost(pick.row(), track, pick.distance(), Rule.VARIETY, by);
    }

    private static double distance(FloatMatrix points, int row, int other) {
        double squares = 0;
        for (int column = 0; column < points.columns(); column++) {
            double difference = (double) points.get(row, column) - points.get(other, column);
            squares += difference * difference;
        }
        return Math.sqrt(squares);
    }
}
