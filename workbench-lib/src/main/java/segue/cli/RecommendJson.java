package segue.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import segue.catalog.Catalog;
import segue.catalog.Track;
import segue.recommend.LeftOut;
import segue.recommend.Lost;
import segue.recommend.Recommendation;
import segue.recommend.Rule;

/** An answer as one JSON object. */
final class RecommendJson {
    private RecommendJson() {}

    /** What all ways to recommend tell, and after it what this one does. */
    static Map<String, Object> of(
            Catalog catalog, StartOptions.Seeds seeds, By by, Answer answer, double loadSeconds, double seconds) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("command", "recommend");
        result.put("by", by.label());
        result.put("backend", answer.backend());
        result.put("metric", answer.metric());
        result.put("threads", 1);
        result.put("rows", catalog.size());
        result.put("dims", catalog.space().columns().size());
        result.put("loadSeconds", loadSeconds);
        result.put("seconds", seconds);
        result.put("warmUp", "none: seconds has what is made ready before the answer, and the JVM starting cold");
        result.put("song", song(catalog.track(seeds.rows().getFirst())));
        result.put(
                "songs",
                seeds.rows().stream().map(row -> song(catalog.track(row))).toList());
        result.put(
                "took",
                seeds.taken().stream().map(taken -> taken(catalog, taken)).toList());
        result.put(
                "less",
                seeds.less().stream().map(row -> song(catalog.track(row))).toList());
        result.put("unmatched", seeds.missing().stream().map(Object::toString).toList());
        seeds.heard().into(result, catalog);
        result.putAll(answer.json());
        return result;
    }

    static Map<String, Object> song(Track track) {
        Map<String, Object> song = new LinkedHashMap<>();
        song.put("id", track.id());
        song.put("name", track.name());
        song.put("artists", track.artists());
        return song;
    }

    private static Map<String, Object> taken(Catalog catalog, SongFinder.Taken taken) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("text", taken.text());
        json.put("id", catalog.track(taken.row()).id());
        json.put("exact", taken.exact());
        json.put("sure", taken.sure());
        json.put(
                "alternatives",
                taken.others().stream().map(row -> song(catalog.track(row))).toList());
        return json;
    }

    static Map<String, Object> result(Recommendation one, boolean dissimilar) {
        Map<String, Object> json = song(one.track());
        json.put("score", one.distance());
        json.put("like", one.seed().id());
        json.put("why", one.inNumbers(dissimilar));
        json.put("reasons", one.reasons());
        return json;
    }

    static Map<String, Object> leftOut(LeftOut one) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rule", name(one.rule()));
        json.put("count", one.count());
        json.put("unknown", one.unknown());
        json.put("first", one.first().stream().map(RecommendJson::song).toList());
        return json;
    }

    static Map<String, Object> lost(Lost one) {
        Map<String, Object> json = song(one.track());
        json.put("score", one.distance());
        json.put("rule", name(one.rule()));
        json.put("by", one.by());
        return json;
    }

    private static String name(Rule rule) {
        return rule.name().toLowerCase(Locale.ROOT);
    }
}
