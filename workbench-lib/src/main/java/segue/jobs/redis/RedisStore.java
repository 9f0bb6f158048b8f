package segue.jobs.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.params.SetParams;
import segue.jobs.JobClaim;
import segue.jobs.JobId;
import segue.jobs.JobKind;
import segue.jobs.JobQueueOptions;
import segue.jobs.JobStatus;
import segue.jobs.JobStore;
import segue.jobs.QueueFullException;

/** Jobs in a Redis server; {@code jobs.lua} says how. */
final class RedisStore implements JobStore {
    /** The 1 is the version of what is kept: another version of it would not see these keys. */
    static final String PREFIX = "segue:1";

    /** For how long a payload may lie there before its job does. */
    private static final Duration ARRIVES_WITHIN = Duration.ofMinutes(1);

    private final RedisCalls redis;
    private final JobQueueOptions options;

    RedisStore(RedisCalls redis, JobQueueOptions options) {
        this.redis = redis;
        this.options = options;
    }

    @Override
    public void add(JobId id, JobKind kind, String client, byte[] payload) {
        String size = number(payload.length);
        String places = number(options.places());
        String bytes = number(options.bytes());
        requireRoom(step("room", client, size, places, bytes));
        // By itself, since a script would copy it twice more.
        redis.call(server -> server.set(
                key("payload", id.text()), payload, SetParams.setParams().px(ARRIVES_WITHIN.toMillis())));
        requireRoom(step(
                "add",
                client,
                size,
                places,
                bytes,
                id.text(),
                kind.toString(),
                millis(options.longestWait()),
                millis(options.keptFor()),
                number(options.attempts()),
                millis(longestLife())));
    }

    /** After this nothing of a job is left, even if no Segue ever runs again. */
    private Duration longestLife() {
        return options.longestWait()
                .plus(options.timeLimit())
                .multipliedBy(options.attempts())
                .plus(options.keptFor());
    }

    private static void requireRoom(Object why) {
        switch (text(why)) {
            case "" -> {}
            case "share" -> throw QueueFullException.share();
            default -> throw QueueFullException.full();
        }
    }

    @Override
    public Optional<JobClaim> take(JobKind kind, Duration wait) {
        Object taken = step("take", kind.toString(), millis(options.lease()));
        // To Redis, no time is for ever.
        if (taken == null && wait.toMillis() > 0) {
            redis.call(server -> server.blpop(wait.toMillis() / 1000.0, key("bell", kind.toString())));
            taken = step("take", kind.toString(), millis(options.lease()));
        }
        if (!(taken instanceof List<?> claim)) {
            return Optional.empty();
        }
        JobId id = new JobId(text(claim.get(0)));
        int number = Math.toIntExact((Long) claim.get(1));
        byte[] payload = redis.call(server -> server.get(key("payload", id.text())));
        if (payload == null) {
            fail(new JobClaim(id, number, new byte[0]), JobStatus.Failed.evicted());
            return Optional.empty();
        }
        return Optional.of(new JobClaim(id, number, payload));
    }

    @Override
    public boolean keep(JobClaim claim, JobStatus.Running progress) {
        return yes(step(
                "keep",
                claim.id().text(),
                number(claim.number()),
                millis(options.lease()),
                Double.toString(progress.fraction()),
                progress.doing()));
    }

    @Override
    public boolean finish(JobClaim claim, byte[] result) {
        return yes(redis.run(
                PREFIX.getBytes(UTF_8), bytes("done"), bytes(claim.id().text()), result));
    }

    @Override
    public boolean fail(JobClaim claim, JobStatus.Failed reason) {
        return yes(step("fail", claim.id().text(), number(claim.number()), reason.code(), reason.sentence()));
    }

    @Override
    public void giveBack(JobClaim claim) {
        step("giveBack", claim.id().text(), number(claim.number()));
    }

    @Override
    public boolean cancel(JobId id) {
        return yes(step("cancel", id.text()));
    }

    @Override
    public JobStatus status(JobId id) {
        return RedisStatus.of((List<?>) step("status", id.text()));
    }

    @Override
    public int waiting() {
        return Math.toIntExact((Long) step("waiting"));
    }

    @Override
    public void close() {
        redis.close();
    }

    private Object step(String step, String... arguments) {
        byte[][] all = new byte[arguments.length + 2][];
        all[0] = bytes(PREFIX);
        all[1] = bytes(step);
        for (int i = 0; i < arguments.length; i++) {
            all[i + 2] = bytes(arguments[i]);
        }
        return redis.run(all);
    }

    private static byte[] key(String name, String rest) {
        return bytes(PREFIX + ":" + name + ":" + rest);
    }

    private static boolean yes(Object answer) {
        return Long.valueOf(1).equals(answer);
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static String number(long value) {
        return Long.toString(value);
    }

    private static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
