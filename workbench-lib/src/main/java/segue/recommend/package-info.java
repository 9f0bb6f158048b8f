/**
 * From a typed text to a song, and from a song to songs like it.
 *
 * <pre>{@code
 * SongSearch search = SongSearch.of(catalog);
 * int row = search.find("beyonse halo", 1).getFirst().row();
 * Recommender recommender = Recommender.of(catalog);
 * recommender.recommend(Request.of(row)).forEach(IO::println);                        // five most similar
 * recommender.recommend(Request.of(row).withMetric(Metric.COSINE).withDissimilar(true));
 * }</pre>
 *
 * <p>Distances are taken over {@link segue.catalog.Catalog#points()}: of a song table the nine audio features, each
 * standardised over the whole catalogue; of recordings that were measured here their similarity vectors, and the reasons
 * speak of timbre, rhythm, harmony, loudness and dynamics. A recording that stands in the catalogue under several ids is
 * recommended once.
 *
 * <p>Cost: a recommender holds one index a metric, built when first asked for (about 20 ms for 100,000 songs); an answer
 * takes one scan, a few tenths of a millisecond.
 */
package segue.recommend;
