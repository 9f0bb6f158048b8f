package segue.jobs.redis;

import java.util.Map;
import java.util.stream.Collectors;
import segue.jobs.QueueUnreachableException;

/**
 * Whether a shared queue can be used.
 *
 * @param detail one sentence for people
 */
public record QueueHealth(boolean good, String detail) {
    /** Asks the server at an address; takes some seconds where nothing answers. */
    public static QueueHealth of(QueueAddress address) {
        try (RedisCalls redis = new RedisCalls(address)) {
            Map<String, String> info = fields(redis.call(server -> server.info("server") + server.info("memory")));
            long jobs = redis.call(server -> server.hlen(RedisStore.PREFIX + ":held"));
            String policy = info.getOrDefault("maxmemory_policy", "noeviction");
            String detail = "%s answers: Redis %s, jobs that wait or run: %,d"
                    .formatted(address, info.getOrDefault("redis_version", "of an unknown version"), jobs);
            if (!policy.equals("noeviction")
                    && !info.getOrDefault("maxmemory", "0").equals("0")) {
                return new QueueHealth(
                        false,
                        detail + "; it throws jobs away when its memory is full (maxmemory-policy " + policy
                                + "): set noeviction");
            }
            return new QueueHealth(true, detail);
        } catch (QueueUnreachableException away) {
            return new QueueHealth(false, away.getMessage());
        }
    }

    private static Map<String, String> fields(String info) {
        return info.lines()
                .filter(line -> line.contains(":"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        (first, again) -> first));
    }
}
