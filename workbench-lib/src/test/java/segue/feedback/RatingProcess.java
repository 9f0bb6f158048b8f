package segue.feedback;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import segue.feedback.sql.DatabaseAddress;

/** Stores ratings in a process of its own, which a test may kill; every rating that is stored is told at once. */
final class RatingProcess {
    private static final int THREADS = 4;

    private RatingProcess() {}

    /** Stores ratings {@code FROM…}: {@code URL FROM}. A line a rating, written after it was stored; then it goes on for ever. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        int from = Integer.parseInt(args[1]);
        try (FeedbackStore store = FeedbackStore.open(DatabaseAddress.of(args[0]));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> endless = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                int first = from + thread;
                endless.add(threads.submit(() -> {
                    for (int i = first; ; i += THREADS) {
                        store.rate(StoreContract.key(i), rating(i));
                        System.out.write((i + "\n").getBytes());
                        System.out.flush();
                    }
                }));
            }
            for (Future<?> one : endless) {
                one.get();
            }
        }
    }

    static Rating rating(int i) {
        return new Rating(new Listener("listener-00000001"), "asked", "song " + i, "cosine", Opinion.score(i % 11));
    }

    static Process start(DatabaseAddress address, int from) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx128m",
                        "-Dlogback.configurationFile=segue/logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RatingProcess.class.getName(),
                        address.url(),
                        Integer.toString(from)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
