package segue.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import segue.catalog.Catalog;
import segue.neighbors.Backend;
import segue.neighbors.Metric;
import segue.recommend.Recommendation;
import segue.recommend.Recommender;
import segue.recommend.Rules;
import segue.recommend.tastes.Taste;
import segue.recommend.tastes.TasteOptions;
import segue.recommend.tastes.TastePlaylist;
import segue.recommend.tastes.TastePlaylistOptions;
import segue.recommend.tastes.TasteSong;
import segue.recommend.tastes.TasteSpace;
import segue.recommend.tastes.Tastes;

/** A playlist for all tastes of the songs asked for. */
record TasteAnswer(Recommender recommender, StartOptions.Seeds seeds, TastePlaylist playlist) implements Answer {
    /** What is asked, checked before anything is read. */
    static TastePlaylistOptions options(Asked asked) {
        TastePlaylistOptions usual = TastePlaylistOptions.defaults();
        Rules rules = asked.rules().perArtist().isPresent()
                ? asked.rules()
                : asked.rules().withPerArtist(usual.rules().perArtist().orElseThrow());
        return usual.withN(asked.nOr(usual.n())).withRules(rules);
    }

    static TasteAnswer of(Catalog catalog, StartOptions.Seeds seeds, TastePlaylistOptions options) {
        Recommender recommender = Recommender.of(catalog);
        int[] liked = seeds.rows().stream().mapToInt(row -> row).toArray();
        return new TasteAnswer(
                recommender,
                seeds,
                Tastes.of(TasteSpace.of(recommender), TasteOptions.defaults(), liked)
                        .playlist(options));
    }

    @Override
    public int[] rows() {
        return playlist.rows();
    }

    @Override
    public String backend() {
        return recommender.index(Metric.EUCLIDEAN, Backend.AUTO).backend().label();
    }

    @Override
    public String metric() {
        return Metric.EUCLIDEAN.label();
    }

    @Override
    public void print(boolean explain) {
        Catalog catalog = recommender.ruleBook().catalog();
        int count = playlist.tastes().size();
        AnswerText.tell("%s in %s, and songs for %s from %s"
                .formatted(
                        count == 1 ? "one taste" : count + " tastes",
                        AnswerText.names(catalog, seeds.rows()),
                        count == 1 ? "it" : "each",
                        catalog));
        playlist.tastes()
                .forEach(taste -> AnswerText.tell("(%d) %s: %s".formatted(taste.number() + 1, taste, places(taste))));
        AnswerText text = new AnswerText(explain);
        for (int i = 0; i < playlist.songs().size(); i++) {
            TasteSong song = playlist.songs().get(i);
            Recommendation reasons = song.because(recommender);
            String like = "%.2f from %s".formatted(song.distance(), song.liked());
            text.add(
                    "%3d".formatted(i + 1) + (count == 1 ? "" : "  (%d)".formatted(song.taste() + 1)),
                    song.track(),
                    like,
                    like + ": " + reasons.inNumbers(false) + ": " + SoundAnswer.shares(reasons));
        }
        text.print();
        playlist.notes().forEach(AnswerText::tell);
        playlist.leftOut().forEach(one -> AnswerText.tell("left out: " + one));
    }

    private String places(Taste taste) {
        int quota = playlist.quotas().get(taste.number());
        int given = playlist.given().get(taste.number());
        String places = quota == 1 ? "1 place" : quota + " places";
        return quota == given ? places : places + ", of which it " + (given < quota ? "fills " : "takes ") + given;
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tastes", playlist.tastes().stream().map(this::taste).toList());
        json.put("results", playlist.songs().stream().map(this::result).toList());
        json.put(
                "leftOut",
                playlist.leftOut().stream().map(RecommendJson::leftOut).toList());
        json.put("notes", playlist.notes());
        return json;
    }

    private Map<String, Object> taste(Taste taste) {
        Catalog catalog = recommender.ruleBook().catalog();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", taste.number() + 1);
        json.put("name", taste.name());
        json.put("words", taste.words());
        json.put("share", taste.share());
        json.put("medoid", RecommendJson.song(taste.medoid()));
        json.put(
                "songs",
                Arrays.stream(taste.songs())
                        .mapToObj(row -> catalog.track(row).id())
                        .toList());
        json.put("quota", playlist.quotas().get(taste.number()));
        json.put("given", playlist.given().get(taste.number()));
        return json;
    }

    private Map<String, Object> result(TasteSong song) {
        Recommendation reasons = song.because(recommender);
        Map<String, Object> json = RecommendJson.song(song.track());
        json.put("score", song.score());
        json.put("taste", song.taste() + 1);
        json.put("like", song.liked().id());
        json.put("distance", reasons.distance());
        json.put("why", reasons.inNumbers(false));
        json.put("reasons", reasons.reasons());
        return json;
    }
}
