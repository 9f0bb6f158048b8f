package segue.page.spotify;

import java.util.List;
import java.util.Optional;
import segue.page.jobs.HeavyWork;
import segue.page.server.Endpoints;
import segue.recommend.Recommender;
import segue.spotify.access.SpotifySettings;

/** What the page does with the Spotify account of whoever started it. */
public final class SpotifyRoom implements AutoCloseable {
    private final Optional<AccountSignIn> account;
    private final Endpoints endpoints;

    /**
     * @param host that the page listens on
     * @param publicName by which a proxy serves it
     * @param settings of the person; empty where the page was started without
     */
    public SpotifyRoom(
            String host,
            Optional<String> publicName,
            Optional<SpotifySettings> settings,
            Recommender recommender,
            HeavyWork work) {
        OwnPage own = OwnPage.of(host, publicName, settings);
        account = settings.map(AccountSignIn::new);
        Drafts drafts = new Drafts();
        if (own.reason().isEmpty()) {
            MixWork mixes = new MixWork(settings.orElseThrow(), recommender, account.orElseThrow(), drafts);
            work.offerHere(SpotifyEndpoints.MIX, 1, mixes::mix);
            work.offerHere(SpotifyEndpoints.PLAYLIST, 1, mixes::playlist);
        }
        endpoints = new SpotifyEndpoints(own, account, drafts, work);
    }

    public List<Endpoints> endpoints() {
        return List.of(endpoints);
    }

    /** Ends the sign-in that is under way. */
    @Override
    public void close() {
        account.ifPresent(AccountSignIn::close);
    }
}
