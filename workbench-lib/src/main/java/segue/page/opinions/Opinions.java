package segue.page.opinions;

import java.util.List;
import java.util.Map;
import segue.catalog.Catalog;
import segue.page.server.Clients;
import segue.page.server.Endpoints;
import segue.page.server.Paths;
import segue.page.server.Workers;
import segue.page.songs.TunedRecommenders;
import segue.recommend.Recommender;

/** All that visitors say, what is learned of it, and what is kept of them. */
public final class Opinions implements Endpoints {
    private final Ledger ledger;
    private final Tastes tastes;
    private final List<Endpoints> parts;

    public Opinions(Recommender recommender, Ledger ledger, Workers workers, Clients clients) {
        Catalog catalog = recommender.catalog();
        this.ledger = ledger;
        this.tastes = new Tastes(recommender, ledger, workers, clients);
        this.parts = List.of(
                new RatingEndpoints(catalog, ledger),
                new TrialEndpoints(catalog, ledger, new BlindLists(recommender, tastes, workers, clients)),
                new TasteEndpoints(catalog, ledger, tastes, workers, clients),
                new MyDataEndpoints(catalog, ledger));
    }

    /** For recommendations by what was learned. */
    public TunedRecommenders tuned() {
        return tastes;
    }

    @Override
    public void addTo(Paths paths) {
        parts.forEach(part -> part.addTo(paths));
    }

    /** @param place where it is kept, in words for visitors; {@code null} where nothing is */
    private record FeedbackStatus(boolean on, String place) {}

    @Override
    public Map<String, Object> status() {
        return Map.of(
                "feedback",
                new FeedbackStatus(ledger.place().isPresent(), ledger.place().orElse(null)));
    }
}
