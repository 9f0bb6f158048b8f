package segue.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.feedback.FeedbackStore;
import segue.feedback.GivenRating;
import segue.feedback.Listener;

/** A page that is killed in the middle of many ratings, twice, and comes back at the same port. */
class KilledPageTest {
    private static final int RATERS = 16;
    private static final int RATINGS = 40;

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<String> answered = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean giveUp = new AtomicBoolean();

    /** Sends the rating until it is answered, always with the same key, as the page's script does. */
    private void rate(int port, Listener listener, int number, CountDownLatch progress) throws Exception {
        String key = Visitor.key();
        String song = "s" + number;
        String body = Visitor.json(Visitor.rating(key, "s0", song, "score", number % 11));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/ratings"))
                .timeout(Duration.ofSeconds(10))
                .header("Segue-Listener", listener.id())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        while (!giveUp.get()) {
            try {
                if (client.send(request, BodyHandlers.discarding()).statusCode() == 200) {
                    answered.add(listener.id() + " " + song);
                    progress.countDown();
                    return;
                }
            } catch (IOException gone) {
                Thread.sleep(20);
            }
        }
    }

    @Test
    void loses_nothing_that_was_answered_and_doubles_nothing_that_was_sent_again() throws Exception {
        Path file = folder.resolve("feedback.db");
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        CountDownLatch third = new CountDownLatch(RATERS * RATINGS / 3);
        CountDownLatch more = new CountDownLatch(2 * RATERS * RATINGS / 3);
        Process page = PageProcess.start(file, port);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> raters = new ArrayList<>();
            for (int rater = 0; rater < RATERS; rater++) {
                Listener listener = Listener.random();
                raters.add(threads.submit(() -> {
                    for (int number = 1; number <= RATINGS; number++) {
                        rate(port, listener, number, more);
                        third.countDown();
                    }
                    return null;
                }));
            }
            for (CountDownLatch enough : List.of(third, more)) {
                assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
                page.destroyForcibly().waitFor();
                page = PageProcess.start(file, port);
            }
            for (Future<?> rater : raters) {
                rater.get(120, TimeUnit.SECONDS);
            }
        } finally {
            giveUp.set(true);
            page.destroyForcibly().waitFor();
        }

        assertThat(answered).hasSize(RATERS * RATINGS).doesNotHaveDuplicates();
        try (FeedbackStore store = FeedbackStore.in(folder)) {
            List<String> stored = new ArrayList<>();
            for (String id :
                    answered.stream().map(one -> one.split(" ")[0]).distinct().toList()) {
                for (GivenRating given : store.ratings(new Listener(id))) {
                    stored.add(id + " " + given.rating().song());
                }
            }
            assertThat(stored).containsExactlyInAnyOrderElementsOf(answered);
        }
    }
}
