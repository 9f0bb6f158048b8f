package segue.jobs.redis;

import segue.jobs.JobQueue;
import segue.jobs.JobQueueOptions;
import segue.jobs.QueueUnreachableException;

/** A queue in a Redis server, which all processes that open it share. */
public final class RedisQueue {
    private RedisQueue() {}

    /**
     * Opens the queue at an address.
     *
     * @throws QueueUnreachableException if nothing answers there, or refuses the password
     */
    public static JobQueue open(QueueAddress address, JobQueueOptions options) {
        RedisCalls redis = new RedisCalls(address);
        try {
            redis.call(server -> server.ping());
        } catch (QueueUnreachableException away) {
            redis.close();
            throw away;
        }
        return JobQueue.over(new RedisStore(redis, options), options);
    }
}
