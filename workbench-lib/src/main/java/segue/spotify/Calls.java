package segue.spotify;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.apache.hc.core5.http.ParseException;
import se.michaelthelin.spotify.exceptions.SpotifyWebApiException;
import se.michaelthelin.spotify.model_objects.specification.Paging;
import segue.progress.Progress;
import segue.progress.ProgressState;
import segue.spotify.access.SpotifyException;
import segue.spotify.access.SpotifyException.Reason;

/** Runs the library's requests, one or page by page, so that only {@link SpotifyException} comes out. */
final class Calls {
    /** Spotify refuses to go further. */
    private static final int LAST_OFFSET = 100_000;

    private Calls() {}

    /** A request of the library's, or one of ours. */
    @FunctionalInterface
    interface Request<T> {
        T execute() throws IOException, ParseException, SpotifyWebApiException;
    }

    /** Makes the request of one page. */
    @FunctionalInterface
    interface Pages<T> {
        Request<Paging<T>> at(int offset);
    }

    static <T> T result(Request<T> request) {
        try {
            return request.execute();
        } catch (JsonParseException | IllegalStateException | ClassCastException | NullPointerException odd) {
            // What the library throws where an answer is JSON, but not of the form that it knows.
            throw unreadable(odd);
        } catch (IOException | ParseException | SpotifyWebApiException odd) {
            throw unreadable(odd);
        }
    }

    /**
     * Every element, page by page; what Spotify leaves empty is null.
     *
     * @throws CancellationException if the thread is interrupted, saying how far it was
     */
    static <T> List<T> all(Pages<T> pages, Progress progress, String what) {
        List<T> all = new ArrayList<>();
        while (all.size() < LAST_OFFSET) {
            if (Thread.currentThread().isInterrupted()) {
                throw stopped(progress, what);
            }
            Paging<T> page;
            try {
                page = result(pages.at(all.size()));
            } catch (CancellationException whileAsked) {
                throw stopped(progress, what);
            }
            T[] items = page.getItems();
            if (page.getTotal() != null) {
                progress.outOf(Math.max(page.getTotal(), all.size()));
            }
            if (items == null || items.length == 0) {
                break;
            }
            all.addAll(Arrays.asList(items));
            progress.stepTo(all.size());
            if (page.getNext() == null) {
                break;
            }
        }
        progress.outOf(all.size());
        return all;
    }

    private static CancellationException stopped(Progress progress, String what) {
        ProgressState state = progress.state();
        progress.end(ProgressState.Phase.INTERRUPTED);
        return new CancellationException(
                "stopped while %s were read from Spotify, after %s".formatted(what, "%,d".formatted(state.done())));
    }

    private static SpotifyException unreadable(Exception odd) {
        return new SpotifyException(
                Reason.UNREADABLE,
                "Spotify answered in a form that Segue does not know (" + Objects.toString(odd.getMessage(), "no text")
                        + "). A newer Segue may.",
                odd);
    }
}
