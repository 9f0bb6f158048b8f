package segue.page.jobs;

import java.time.Duration;
import segue.jobs.JobQueue;
import segue.jobs.QueueUnreachableException;

/** Asks a shared queue now and then how it is, so that whoever looks at the page's state never waits for it. */
final class QueueWatch implements AutoCloseable {
    private static final Duration BETWEEN = Duration.ofSeconds(2);

    private final JobQueue queue;
    private final Thread thread;
    private volatile boolean answers = true;
    private volatile int waiting;

    private QueueWatch(JobQueue queue) {
        this.queue = queue;
        this.thread = Thread.ofVirtual().name("segue-queue-watch").unstarted(this::watch);
    }

    static QueueWatch start(JobQueue queue) {
        QueueWatch watch = new QueueWatch(queue);
        watch.thread.start();
        return watch;
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            waiting = queue.waiting();
            answers = true;
        } catch (QueueUnreachableException notNow) {
            answers = false;
        }
    }

    /** Somebody else has asked it in vain. */
    void away() {
        answers = false;
    }

    boolean answers() {
        return answers;
    }

    /** Jobs that waited when it last answered. */
    int waiting() {
        return waiting;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
