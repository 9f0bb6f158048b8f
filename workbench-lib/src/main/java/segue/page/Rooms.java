package segue.page;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import segue.feedback.FeedbackStore;
import segue.page.dashboard.DashboardEndpoints;
import segue.page.jobs.HeavyWork;
import segue.page.jobs.JobEndpoints;
import segue.page.mail.UnsubscribeEndpoints;
import segue.page.map.DrawnMap;
import segue.page.map.MapEndpoints;
import segue.page.map.MapRoom;
import segue.page.music.MusicRoom;
import segue.page.opinions.Ledger;
import segue.page.opinions.Opinions;
import segue.page.server.Clients;
import segue.page.server.Endpoints;
import segue.page.server.PageMetrics;
import segue.page.server.Workers;
import segue.page.songs.SongEndpoints;
import segue.page.spotify.SpotifyRoom;
import segue.recommend.Recommender;
import segue.recommend.SongSearch;

/** The rooms of a page, in the order in which {@code /api/status} speaks of them, and what they keep open. */
final class Rooms implements AutoCloseable {
    private final List<Endpoints> all = new ArrayList<>();
    private final HeavyWork work;
    private final SpotifyRoom spotify;
    private final MapRoom map;
    private final MusicRoom music;
    private final Ledger feedback;

    /** @param drawing is called when the map is first asked for, by a thread of its own */
    Rooms(
            Recommender recommender,
            PageOptions options,
            Callable<DrawnMap> drawing,
            Workers workers,
            Clients clients,
            PageMetrics metrics) {
        work = HeavyWork.open(options.queue(), clients, metrics);
        SongSearch search = SongSearch.of(recommender.catalog());
        map = new MapRoom(drawing);
        music = MusicRoom.open(recommender, options.music(), workers, clients, work);
        feedback = new Ledger(options.database().map(FeedbackStore::open), options.timeouts(), clients, metrics);
        Opinions opinions = new Opinions(recommender, feedback, workers, clients);
        all.add(new SongEndpoints(recommender, search, opinions.tuned()));
        all.add(opinions);
        all.add(new UnsubscribeEndpoints(feedback));
        all.add(new DashboardEndpoints(recommender.catalog(), feedback, Clock.systemDefaultZone()));
        all.add(new MapEndpoints(recommender.catalog(), map, workers, clients));
        all.addAll(music.endpoints());
        spotify = new SpotifyRoom(options.host(), options.publicName(), options.spotify(), recommender, work);
        all.addAll(spotify.endpoints());
        all.add(new JobEndpoints(work));
        all.add(new WatchEndpoints(metrics, List.copyOf(all)));
    }

    List<Endpoints> all() {
        return List.copyOf(all);
    }

    MusicRoom music() {
        return music;
    }

    HeavyWork work() {
        return work;
    }

    /** Ends what runs, once no request does any more. */
    @Override
    public void close() {
        spotify.close();
        work.close();
        map.close();
        music.close();
        feedback.close();
    }
}
