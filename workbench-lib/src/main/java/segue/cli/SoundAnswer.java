package segue.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import segue.catalog.Catalog;
import segue.recommend.Recommendation;
import segue.recommend.Recommendations;
import segue.recommend.Recommender;
import segue.recommend.Request;

/**
 * Songs that sound like those asked for, or are of the same genres.
 *
 * @param learned what tells genres apart, where they are asked for
 */
record SoundAnswer(
        Catalog catalog,
        StartOptions.Seeds seeds,
        Recommendations found,
        String backend,
        Optional<LearnOptions.LearnedGenres> learned)
        implements Answer {
    /** Shares that are told one by one where there are more. */
    private static final int SHARES = 9;

    static SoundAnswer of(
            Recommender recommender,
            Catalog catalog,
            StartOptions.Seeds seeds,
            Request wanted,
            Optional<LearnOptions.LearnedGenres> learned) {
        Request request =
                wanted.withSeeds(seeds.rows()).withKnown(seeds.heard().known()).withLess(seeds.less());
        return new SoundAnswer(
                catalog,
                seeds,
                recommender.recommend(request),
                recommender.index(request.metric(), request.backend()).backend().label(),
                learned);
    }

    @Override
    public int[] rows() {
        return found.stream().mapToInt(Recommendation::row).toArray();
    }

    @Override
    public String metric() {
        return found.request().metric().label();
    }

    @Override
    public void print(boolean explain) {
        AnswerText text = new AnswerText(explain);
        boolean dissimilar = found.request().dissimilar();
        AnswerText.tell((dissimilar ? "least like " : "most like ") + AnswerText.names(catalog, seeds.rows())
                + (seeds.less().isEmpty() ? "" : ", less like " + AnswerText.names(catalog, seeds.less())) + dial()
                + ", from " + catalog
                + learned.map(genres -> ", as learned from " + genres.from()).orElse(""));
        int firstRank = (found.request().page() - 1) * found.request().n() + 1;
        boolean several = seeds.rows().size() > 1;
        for (int i = 0; i < found.size(); i++) {
            Recommendation one = found.get(i);
            String why = one.inNumbers(dissimilar) + (several ? "; like " + one.seed() : "");
            text.add("%2d  %.3f".formatted(firstRank + i, one.distance()), one.track(), why, why + ": " + shares(one));
        }
        text.print();
        if (found.size() == 0 && found.notes().isEmpty()) {
            AnswerText.tell(whyNone());
        }
        found.notes().forEach(AnswerText::tell);
        found.leftOut().forEach(one -> AnswerText.tell("left out: " + one));
        if (explain) {
            found.lost().forEach(one -> AnswerText.tell("nearly: " + one));
        }
        found.next().ifPresent(next -> AnswerText.tell("more of the same: --page " + next.page()));
    }

    private String whyNone() {
        int page = found.request().page();
        if (page > 1) {
            return "there are no more songs: page %,d is past the last".formatted(page);
        }
        OptionalDouble most = found.request().maxDistance();
        return most.isPresent() ? "no song is as near as " + most.getAsDouble() : "no song is left";
    }

    private String dial() {
        double variety = found.request().variety();
        double novelty = found.request().novelty();
        return (variety > 0 ? ", variety " + variety : "") + (novelty > 0 ? ", novelty " + novelty : "");
    }

    /** Features, or groups or genres, with their share of the distance and their difference, largest share first. */
    static String shares(Recommendation one) {
        List<Recommendation.Reason> all = one.reasons().reversed();
        String told = all.stream()
                .limit(all.size() > SHARES + 1 ? SHARES : all.size())
                .map(reason ->
                        "%s %.0f %% (%s)".formatted(reason.feature(), 100 * reason.share(), reason.differenceText()))
                .collect(Collectors.joining(", "));
        return all.size() <= SHARES + 1
                ? told
                : "%s, %,d others %.0f %%"
                        .formatted(
                                told,
                                all.size() - SHARES,
                                100
                                        * all.stream()
                                                .skip(SHARES)
                                                .mapToDouble(Recommendation.Reason::share)
                                                .sum());
    }

    @Override
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        learned.ifPresent(genres -> {
            json.put("learnedFrom", genres.from());
            json.put("genres", genres.metric().labels());
        });
        json.put("page", found.request().page());
        json.put("more", found.next().isPresent());
        json.put("variety", found.request().variety());
        json.put("novelty", found.request().novelty());
        json.put("considered", found.considered());
        boolean dissimilar = found.request().dissimilar();
        List<Object> results = found.stream()
                .map(one -> (Object) RecommendJson.result(one, dissimilar))
                .toList();
        json.put("results", results);
        json.put("leftOut", found.leftOut().stream().map(RecommendJson::leftOut).toList());
        json.put("lost", found.lost().stream().map(RecommendJson::lost).toList());
        json.put("notes", found.notes());
        return json;
    }
}
