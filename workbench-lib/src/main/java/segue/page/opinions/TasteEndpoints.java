package segue.page.opinions;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import segue.catalog.Catalog;
import segue.feedback.Listener;
import segue.feedback.people.PeopleAnswer;
import segue.feedback.people.PeopleRecommender;
import segue.feedback.people.PeopleSuggestion;
import segue.page.server.Clients;
import segue.page.server.Endpoints;
import segue.page.server.Paths;
import segue.page.server.Query;
import segue.page.server.Workers;
import segue.page.songs.SongMethod;
import segue.recommend.metric.FeatureWeights;

/** What was learned of a listener: how much each feature counts, and what people like them like. */
final class TasteEndpoints implements Endpoints {
    private static final int MOST_SONGS = 50;
    private static final int DEFAULT_SONGS = 10;

    private final Catalog catalog;
    private final Ledger ledger;
    private final Tastes tastes;
    private final People people;
    private final Workers workers;
    private final Clients clients;

    TasteEndpoints(Catalog catalog, Ledger ledger, Tastes tastes, Workers workers, Clients clients) {
        this.catalog = catalog;
        this.ledger = ledger;
        this.tastes = tastes;
        this.people = new People(ledger);
        this.workers = workers;
        this.clients = clients;
    }

    @Override
    public void addTo(Paths paths) {
        paths.get("/api/taste", this::taste);
        paths.get("/api/people", this::people);
    }

    /** @param weight 1 is what every feature counts without ratings */
    record Counts(String feature, double weight) {}

    /**
     * What was learned.
     *
     * @param ratings of songs of this catalogue, by which it was learned
     * @param notYet why nothing was; {@code null} where something was
     * @param weights what counts most first; all 1 where nothing was learned
     * @param agreementBefore how often of two pairs of songs the one rated higher is the nearer where every feature counts
     *     alike, judged by ratings that were held back: .5 is chance; {@code null} where it was not judged
     * @param agreement the same by these weights
     */
    record Learned(
            String of,
            int ratings,
            boolean learned,
            String notYet,
            List<Counts> weights,
            Double agreementBefore,
            Double agreement) {}

    private void taste(Context ctx) {
        ledger.requireOn();
        Query query = Query.of(ctx, Set.of("of"));
        SongMethod.Weights whose = query.choice("of", TasteEndpoints::whose, SongMethod.Weights.MINE);
        Tastes.Taste taste = tastes.taste(ctx, whose);
        FeatureWeights weights = taste.weights();
        List<Counts> counts = IntStream.range(0, weights.parts().size())
                .mapToObj(part ->
                        new Counts(weights.parts().get(part), weights.weights().get(part)))
                .sorted(Comparator.comparingDouble(Counts::weight).reversed())
                .toList();
        Paths.sendJson(
                ctx,
                new Learned(
                        whose == SongMethod.Weights.MINE ? "mine" : "all",
                        taste.pairs().size(),
                        taste.isLearned(),
                        Tastes.notYet(taste, whose).orElse(null),
                        counts,
                        taste.isLearned() ? weights.agreementOfEqual() : null,
                        taste.isLearned() ? weights.agreement() : null));
    }

    private static SongMethod.Weights whose(String text) {
        SongMethod.Weights whose = SongMethod.Weights.parse(text);
        if (whose == SongMethod.Weights.NONE) {
            throw new IllegalArgumentException("of must be one of mine, all but was none");
        }
        return whose;
    }

    /**
     * A song that people with the same taste like.
     *
     * @param score that the visitor would give, by estimate: 0 to 10
     * @param people of that taste who rated it
     */
    record Suggested(int rank, SongLine song, double score, int people) {}

    /**
     * What people with the same taste like.
     *
     * @param raters listeners who rated enough songs to be compared with
     * @param notYet why there is none; {@code null} where there is
     */
    record Suggestions(String method, int raters, List<Suggested> results, String notYet) {}

    private void people(Context ctx) {
        ledger.requireOn();
        int n = Query.of(ctx, Set.of("n")).integer("n", 1, MOST_SONGS, DEFAULT_SONGS);
        Listener listener = ledger.reader(ctx);
        PeopleRecommender all = people.now(ctx, work -> workers.answer(clients.of(ctx), work));
        // Songs of another catalogue may be among them.
        PeopleAnswer answer = workers.answer(clients.of(ctx), () -> all.suggest(listener, 20 * MOST_SONGS));
        List<Suggested> results = new ArrayList<>();
        for (PeopleSuggestion one : answer.songs()) {
            if (results.size() < n) {
                catalog.rowOf(one.song())
                        .ifPresent(row -> results.add(new Suggested(
                                results.size() + 1, SongLine.of(catalog.track(row)), one.score(), one.people())));
            }
        }
        String notYet = results.isEmpty()
                ? answer.notYet().orElse("People with your taste have rated songs of other catalogues only.")
                : null;
        Paths.sendJson(ctx, new Suggestions("people", all.raters(), results, notYet));
    }
}
