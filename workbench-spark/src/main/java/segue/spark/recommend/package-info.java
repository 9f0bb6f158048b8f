/**
 * Recommendations for many users in one job: what {@link segue.recommend} answers for the songs of each of them.
 *
 * <pre>{@code
 * Catalog catalog = Catalog.load(Path.of("songs.parquet"));
 * ListenerOptions ten = ListenerOptions.sound().withN(10).withVariety(0.3);
 * try (ManyRecommendations many = ManyRecommendations.of(spark, "users.parquet", catalog, ten)) {
 *     WholeTable.parquet(many.recommendations(), "recommendations.parquet", false);
 *     System.out.println(many.totals().sentence());
 * }
 * }</pre>
 *
 * <p>Songs are looked for in the catalogue before anything is shuffled, so that what moves between tasks is numbers of rows,
 * and entries of one user are put together where they are read: a user who has most of the rows moves and holds at most one
 * place of every song of the catalogue. A user is answered by one thread, with the library's own {@code Recommender} or
 * {@code Tastes}, so that songs, order and scores are the library's; the order of a user's songs, which matters to it, is that
 * of the table and not that of tasks. Nothing is counted by the way: every number is a part of a row, so a task that is tried
 * again doubles nothing.
 *
 * <p>Costs: the driver and every process hold the catalogue, which is sent once as text, 150 to 300 bytes a song; each
 * process reads it, and puts the features on one scale, once. A user's answer costs what the library's does: 0.1 to some
 * milliseconds by sound. Answers are kept, in memory or on disk, until both tables are written.
 */
package segue.spark.recommend;
