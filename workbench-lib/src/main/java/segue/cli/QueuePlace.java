package segue.cli;

import segue.jobs.JobQueue;
import segue.jobs.JobQueueOptions;
import segue.jobs.redis.QueueAddress;
import segue.jobs.redis.QueueHealth;
import segue.jobs.redis.RedisQueue;

/** Where heavy work waits: the setting {@code queue}, else this process. */
final class QueuePlace {
    private QueuePlace() {}

    /** @throws IllegalArgumentException if the setting is no address of a queue */
    static JobQueue open(Settings settings, JobQueueOptions options) {
        return settings.get("queue")
                .map(setting -> RedisQueue.open(QueueAddress.of(setting.value()), options))
                .orElseGet(() -> JobQueue.inProcess(options));
    }

    static QueueHealth health(Settings settings) {
        if (settings.get("queue").isEmpty()) {
            return new QueueHealth(
                    true, "in the page's own process; SEGUE_QUEUE=redis://HOST:PORT shares one between pages");
        }
        try {
            return QueueHealth.of(QueueAddress.of(settings.get("queue").get().value()));
        } catch (IllegalArgumentException wrong) {
            return new QueueHealth(false, wrong.getMessage());
        }
    }
}
