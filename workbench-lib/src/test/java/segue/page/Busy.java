package segue.page;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Work that keeps workers of a page busy until closed, for a client of its own. */
final class Busy implements AutoCloseable {
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

    private Busy() {}

    static Busy keep(Page page, int workers) throws InterruptedException {
        Busy busy = new Busy();
        CountDownLatch begun = new CountDownLatch(workers);
        for (int i = 0; i < workers; i++) {
            String client = "test " + i;
            busy.requests.submit(() -> page.workers().answer(client, () -> {
                begun.countDown();
                busy.end.await();
                return null;
            }));
        }
        begun.await();
        return busy;
    }

    /** The places are free again when it returns. */
    @Override
    public void close() {
        end.countDown();
        requests.close();
    }
}
