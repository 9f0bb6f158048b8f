/**
 * What makes songs alike, learned from labelled songs.
 *
 * <pre>{@code
 * List<List<String>> labels = songs.tracks().stream().map(Track::genres).toList();
 * LearnedMetric metric = LearnedMetric.fit(songs, labels, MetricOptions.defaults());
 * NeighborIndex index = HubnessReduction.GAUSSIAN_PROXIMITY.index(metric.points(songs), Metric.EUCLIDEAN);
 * metric.save(Path.of("genres.metric"));
 * }</pre>
 *
 * <p>{@link segue.recommend.metric.SongNumbers} puts what is known of songs on one scale; a perceptron of two hidden layers learns
 * labels from it; {@link segue.recommend.metric.LearnedMetric} makes points of its answers.
 *
 * <p>Cost: 27,000 labels of 28,356 songs are learned in about 4 s of CPU time, on one thread so that the bits are always the same;
 * 24 labels make points of 96 bytes a song. A recording's columns are whatever its catalogue has.
 */
package segue.recommend.metric;
