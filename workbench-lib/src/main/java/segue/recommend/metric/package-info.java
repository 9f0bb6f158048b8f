/**
 * What makes songs alike, learned from labelled songs, or from what a listener said of recommendations.
 *
 * <pre>{@code
 * LearnedMetric metric = LearnedMetric.ofGenres(songs);                                     // or fit(songs, labels, options)
 * Recommender recommender = Recommender.of(songs, metric.space(songs));                    // all rules, reasons by label
 * NeighborIndex index = HubnessReduction.GAUSSIAN_PROXIMITY.index(metric.points(songs), Metric.EUCLIDEAN);
 * metric.save(Path.of("genres.metric"));
 *
 * FeatureWeights mine = FeatureWeights.ofScores(songs, scores, WeightOptions.defaults());  // ScoredPair(asked, recommended, 7)
 * Recommender tuned = Recommender.of(songs, mine.space(songs));                            // reasons by feature
 * }</pre>
 *
 * <p>{@link segue.recommend.metric.SongNumbers} puts what is known of songs on one scale; a perceptron of two hidden layers learns
 * labels from it; {@link segue.recommend.metric.LearnedMetric} makes points of its answers.
 *
 * <p>{@link segue.recommend.metric.FeatureWeights} lets features count more or less, by a convex fit that stays at equal weights
 * unless cross-validation surely speaks against them.
 *
 * <p>{@link segue.recommend.metric.CommonGenres} says which labels of a large catalogue are worth learning.
 *
 * <p>Cost: 27,000 labels of 28,356 songs are learned in about 4 s of CPU time, on one thread so that the bits are always the same;
 * 24 labels make points of 96 bytes a song. Of 105,681 songs 64 genres are learned in about 15 s. A recording's columns are whatever its catalogue has. Weights from 40,000 pairs take about 1 s.
 */
package segue.recommend.metric;
