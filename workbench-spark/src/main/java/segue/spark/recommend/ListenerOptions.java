package segue.spark.recommend;

import java.io.Serializable;
import segue.neighbors.Metric;
import segue.recommend.Request;
import segue.recommend.Rules;
import segue.recommend.tastes.TastePlaylistOptions;

/**
 * What is asked for every listener; each means what it means in the library's {@link Request} and
 * {@link TastePlaylistOptions}.
 *
 * @param n songs a listener: by sound 1 to 100, by tastes 1 to 500
 * @param metric of the distance; by tastes it is euclidean
 * @param dissimilar farthest songs instead of nearest; not by tastes
 * @param variety 0 to 1; not by tastes
 * @param novelty 0 to 1; not by tastes
 * @param sent the rules
 * @param explain whether every recommendation says in words what its score is made of
 */
public record ListenerOptions(
        Way way,
        int n,
        Metric metric,
        boolean dissimilar,
        double variety,
        double novelty,
        SentRules sent,
        boolean explain)
        implements Serializable {

    /** @throws IllegalArgumentException if a value is out of range, or not for this way; the message names it */
    public ListenerOptions {
        if (way == Way.TASTES && (metric != Metric.EUCLIDEAN || dissimilar || variety != 0 || novelty != 0)) {
            throw new IllegalArgumentException(
                    "tastes are told by euclidean distance, and take neither the farthest songs, variety nor novelty");
        }
        if (way == Way.SOUND) {
            request(n, metric, dissimilar, variety, novelty, sent.rules());
        } else {
            playlist(n, sent.rules());
        }
    }

    /** Five songs by sound, euclidean, no recording twice. */
    public static ListenerOptions sound() {
        return new ListenerOptions(Way.SOUND, 5, Metric.EUCLIDEAN, false, 0, 0, SentRules.of(Rules.defaults()), false);
    }

    /** Fifty songs for all tastes, two by an artist, in an order that flows. */
    public static ListenerOptions tastes() {
        TastePlaylistOptions usual = TastePlaylistOptions.defaults();
        return new ListenerOptions(
                Way.TASTES, usual.n(), Metric.EUCLIDEAN, false, 0, 0, SentRules.of(usual.rules()), false);
    }

    public ListenerOptions withN(int other) {
        return new ListenerOptions(way, other, metric, dissimilar, variety, novelty, sent, explain);
    }

    public ListenerOptions withMetric(Metric other) {
        return new ListenerOptions(way, n, other, dissimilar, variety, novelty, sent, explain);
    }

    public ListenerOptions withDissimilar(boolean other) {
        return new ListenerOptions(way, n, metric, other, variety, novelty, sent, explain);
    }

    public ListenerOptions withVariety(double other) {
        return new ListenerOptions(way, n, metric, dissimilar, other, novelty, sent, explain);
    }

    public ListenerOptions withNovelty(double other) {
        return new ListenerOptions(way, n, metric, dissimilar, variety, other, sent, explain);
    }

    /** By tastes rules that say nothing of an artist's songs let two of them come, as the library's do. */
    public ListenerOptions withRules(Rules other) {
        Rules rules = way == Way.TASTES && other.perArtist().isEmpty()
                ? other.withPerArtist(
                        TastePlaylistOptions.defaults().rules().perArtist().orElseThrow())
                : other;
        return new ListenerOptions(way, n, metric, dissimilar, variety, novelty, SentRules.of(rules), explain);
    }

    public ListenerOptions withExplain(boolean other) {
        return new ListenerOptions(way, n, metric, dissimilar, variety, novelty, sent, other);
    }

    public Rules rules() {
        return sent.rules();
    }

    /** What the library is asked by sound, but for the songs to start from. */
    Request request() {
        return request(n, metric, dissimilar, variety, novelty, sent.rules());
    }

    /** What the library is asked by tastes. */
    TastePlaylistOptions playlist() {
        return playlist(n, sent.rules());
    }

    private static Request request(
            int n, Metric metric, boolean dissimilar, double variety, double novelty, Rules rules) {
        return Request.of(0)
                .withMetric(metric)
                .withDissimilar(dissimilar)
                .withVariety(variety)
                .withNovelty(novelty)
                .withRules(rules)
                .withN(n);
    }

    private static TastePlaylistOptions playlist(int n, Rules rules) {
        return TastePlaylistOptions.defaults().withN(n).withRules(rules);
    }
}
