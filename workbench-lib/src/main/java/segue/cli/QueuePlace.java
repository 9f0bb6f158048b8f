package segue.cli;

import segue.jobs.redis.QueueAddress;
import segue.jobs.redis.QueueHealth;

/** Where heavy work waits: the setting {@code queue}, else this process. */
final class QueuePlace {
    private QueuePlace() {}

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
