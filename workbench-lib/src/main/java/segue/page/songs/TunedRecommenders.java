package segue.page.songs;

import io.javalin.http.Context;
import segue.page.server.ApiError;
import segue.recommend.Recommender;

/** Recommenders in which features count as listeners have taught them. */
@FunctionalInterface
public interface TunedRecommenders {
    /**
     * Called by a request's own thread, before it waits for a worker.
     *
     * @throws ApiError if nothing is kept here, nothing is learned yet, or the database does not answer
     */
    Recommender of(Context ctx, SongMethod.Weights weights);
}
