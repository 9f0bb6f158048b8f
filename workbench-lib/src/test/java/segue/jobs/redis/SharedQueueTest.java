package segue.jobs.redis;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import segue.jobs.JobQueue;
import segue.jobs.JobQueueContract;
import segue.jobs.JobQueueOptions;
import segue.jobs.RedisServer;

/** Each test has a database of its own on one server. */
class SharedQueueTest extends JobQueueContract {
    private static RedisServer server;
    private static int database;

    @BeforeAll
    static void start() throws Exception {
        server = RedisServer.start("--databases", "100");
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected JobQueue newQueue(JobQueueOptions options) {
        return RedisQueue.open(QueueAddress.of(server.url() + "/" + database++), options);
    }
}
