package segue.page.opinions;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How much one sender may have stored: a number at once, then so many a second (a token bucket, as in RFC 2697). It keeps the
 * {@value #MOST_SENDERS} who came last in mind.
 */
final class RateLimit {
    static final int MOST_SENDERS = 10_000;

    private final int atOnce;
    private final double perSecond;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_SENDERS;
        }
    };

    /** @param left as of {@code nanos} */
    private record Bucket(double left, long nanos) {}

    RateLimit(int atOnce, double perSecond) {
        this.atOnce = atOnce;
        this.perSecond = perSecond;
    }

    /**
     * Takes one, if there is one.
     *
     * @param nanos of {@link System#nanoTime}
     * @return where there is none, in how many seconds there will be
     */
    synchronized OptionalInt take(String sender, long nanos) {
        Bucket before = buckets.getOrDefault(sender, new Bucket(atOnce, nanos));
        double left = Math.min(atOnce, before.left() + perSecond * (nanos - before.nanos()) / 1e9);
        boolean enough = left >= 1;
        buckets.put(sender, new Bucket(enough ? left - 1 : left, nanos));
        return enough ? OptionalInt.empty() : OptionalInt.of(Math.max(1, (int) Math.ceil((1 - left) / perSecond)));
    }
}
