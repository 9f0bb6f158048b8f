package segue.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import segue.catalog.Catalog;
import segue.recommend.LeftOut;
import segue.recommend.Request;
import segue.recommend.RuleBook;
import segue.recommend.Screening;
import segue.recommend.playlist.PlaylistModel;
import segue.recommend.playlist.Suggestion;

/**
 * Songs that continue a list, as playlists teach.
 *
 * @param from what the model was learned from
 * @param page the songs of the page asked for, and what comes next, if anything does
 */
record PlaylistAnswer(
        Catalog catalog,
        StartOptions.Seeds seeds,
        Request request,
        LearnOptions.Learned learned,
        List<Suggestion> page,
        int considered,
        List<LeftOut> leftOut,
        List<String> notes)
        implements Answer {
    static PlaylistAnswer of(Catalog catalog, StartOptions.Seeds seeds, Request request, LearnOptions.Learned learned) {
        Screening screening = RuleBook.of(catalog).screening(seeds.rows(), request.known(), request.rules());
        int shown = request.n() * request.page();
        List<LeftOut> leftOut = new ArrayList<>();
        int[] taken = {0};
        List<Suggestion> found = learned.model()
                .continueList(seeds.rows().stream().mapToInt(row -> row).toArray(), shown + 1, row -> {
                    boolean takes = screening.takes(row);
                    if (takes && ++taken[0] == shown) {
                        leftOut.addAll(screening.leftOut());
                    }
                    return takes;
                });
        return new PlaylistAnswer(
                catalog,
                seeds,
                request,
                learned,
                found.stream().skip(shown - request.n()).toList(),
                screening.considered(),
                taken[0] < shown ? screening.leftOut() : leftOut,
                screening.notes());
    }

    private List<Suggestion> shown() {
        return page.stream().limit(request.n()).toList();
    }

    private boolean more() {
        return page.size() > request.n();
    }

    @Override
    public int[] rows() {
        return shown().stream().mapToInt(Suggestion::row).toArray();
    }

    @Override
    public String backend() {
        return "scalar";
    }

    @Override
    public String metric() {
        return "none";
    }

    @Override
    public void print(boolean explain) {
        AnswerText.tell("to continue %s, from %s, as learned from %s"
                .formatted(AnswerText.names(catalog, seeds.rows()), catalog, learned.from()));
        AnswerText text = new AnswerText(explain);
        int rank = request.n() * (request.page() - 1);
        for (Suggestion one : shown()) {
            text.add(
                    "%2d  %5.2f".formatted(++rank, one.score()),
                    one.track(),
                    one.why(),
                    one.why() + ": " + shares(one));
        }
        text.print();
        notes.forEach(AnswerText::tell);
        leftOut.forEach(one -> AnswerText.tell("left out: " + one));
        if (explain && more()) {
            AnswerText.tell("nearly: %s, at %.2f: %s"
                    .formatted(page.getLast().track(), page.getLast().score(), margin()));
        }
        if (more()) {
            AnswerText.tell("more of the same: --page " + (request.page() + 1));
        }
    }

    private static String shares(Suggestion one) {
        return one.shares().stream()
                .map(share -> "%s %+.2f".formatted(share.part().label(), share.amount()))
                .collect(Collectors.joining(", "));
    }

    /** By how much the next song is behind the last one shown, and in what most of all. */
    private String margin() {
        Suggestion last = page.get(request.n() - 1);
        Suggestion next = page.getLast();
        int most = 0;
        for (int i = 1; i < next.shares().size(); i++) {
            most = behind(last, next, i) > behind(last, next, most) ? i : most;
        }
        return String.format(
                Locale.ROOT,
                "%.2f less than the last one shown, most by %s (%+.2f and %+.2f)",
                last.score() - next.score(),
                next.shares().get(most).part().label(),
                next.shares().get(most).amount(),
                last.shares().get(most).amount());
    }

    private static double behind(Suggestion last, Suggestion next, int share) {
        return (double) last.shares().get(share).amount()
                - next.shares().get(share).amount();
    }

    @Override
    public Map<String, Object> json() {
        PlaylistModel model = learned.model();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("learnedFrom", learned.from());
        Map<String, Double> weights = new LinkedHashMap<>();
        model.weights().forEach((part, weight) -> weights.put(part.label(), weight));
        json.put("weights", weights);
        json.put("page", request.page());
        json.put("more", more());
        json.put("considered", considered);
        json.put("results", shown().stream().map(PlaylistAnswer::result).toList());
        json.put("leftOut", leftOut.stream().map(RecommendJson::leftOut).toList());
        json.put("lost", more() ? List.of(lost()) : List.of());
        json.put("notes", notes);
        return json;
    }

    private static Map<String, Object> result(Suggestion one) {
        Map<String, Object> json = RecommendJson.song(one.track());
        json.put("score", one.score());
        json.put("why", one.why());
        json.put(
                "reasons",
                one.shares().stream()
                        .map(share ->
                                Map.of("part", share.part().label(), "amount", share.amount(), "words", share.words()))
                        .toList());
        return json;
    }

    private Map<String, Object> lost() {
        Map<String, Object> json = RecommendJson.song(page.getLast().track());
        json.put("score", page.getLast().score());
        json.put("rule", "rank");
        json.put("by", margin());
        return json;
    }
}
