package segue.page;

import java.util.OptionalInt;
import java.util.stream.IntStream;
import segue.page.server.Framing;
import segue.recommend.Recommender;

/**
 * The page that a notebook has opened. A process has one at most, so that a cell that is run again leaves nothing behind: the
 * earlier page is closed first, and the new one takes its port, where frames that show it go on by themselves.
 */
final class OpenedPage {
    /** Ports that are tried one after the other before any free one is taken. */
    static final int NEAR = 20;

    private static Page current;

    private OpenedPage() {}

    /** At the port that the options say. */
    static synchronized Page at(Recommender recommender, PageOptions options) throws CannotListenException {
        closeEarlier();
        current = Page.start(recommender, options, Framing.LOCAL_NOTEBOOKS);
        return current;
    }

    /** At the earlier page's port, else at the first free one from that of the options on, else at any. */
    static synchronized Page near(Recommender recommender, PageOptions options) throws CannotListenException {
        OptionalInt earlier = closeEarlier();
        IntStream next = IntStream.range(options.port(), Math.min(options.port() + NEAR, 65_536));
        int[] ports = IntStream.concat(earlier.stream(), next).toArray();
        for (int port : ports) {
            try {
                return at(recommender, options.withPort(port));
            } catch (CannotListenException taken) {
                // The next one may be free.
            }
        }
        return at(recommender, options.withPort(0));
    }

    private static OptionalInt closeEarlier() {
        if (current == null || current.isClosed()) {
            current = null;
            return OptionalInt.empty();
        }
        int port = current.port();
        current.close();
        current = null;
        return OptionalInt.of(port);
    }
}
