/**
 * Whether recommendations are any good: questions whose answers are known, asked of every way to recommend, in one table with
 * intervals and baselines.
 *
 * <pre>{@code
 * Path lists = Path.of("spotify-playlists-32k.csv.gz");
 * Catalog songs = Catalog.load(lists);
 * EvaluationData data = EvaluationData.of(songs, Playlists.load(lists, songs));
 * EvaluationReport report = Evaluation.of(data).judge(Variants.all());
 * System.out.println(report);
 * }</pre>
 *
 * <p>A {@link segue.evaluate.Variant} has a name, a line that describes it and a learner, which makes a {@link
 * segue.evaluate.Ranker} of the {@link segue.evaluate.Training}; {@link segue.evaluate.Variants} is the list of them. What is
 * held back by a {@link segue.evaluate.Split} is not in the training at all: the entries of playlists, or whole songs with their
 * labels. Genres are taken from the training's catalogue, because they may come from the very playlists that are asked about.
 * Whoever tunes a variant splits the training once more and leaves the outer questions for the end.
 *
 * <p>Four tasks ({@link segue.evaluate.EvaluationTask}): continue a playlist of which a fifth was held back; the
 * same for listeners who are several such playlists put together; continue it by songs that no
 * playlist of the training has; find songs like such a song. The formulas stand at {@link segue.evaluate.Ranking} and {@link
 * segue.evaluate.Variety}; hubness is that of {@code neighbors.hubness}. Intervals are by bootstrap over questions.
 * Songs of several genres share one with almost every song, so popular songs look right by the plain genre measure whatever was
 * asked; the share of a song's genres ({@link segue.evaluate.Measure#GENRE_SHARE}) is free of that.
 *
 * <p>Cost: seven baselines on 28,356 songs in 471 playlists take about 17 s of CPU time, the start of the JVM included; a model of
 * playlists from 17 s, by sound, to about a minute, most of it to ask for songs like each of all songs; everything together four
 * minutes on two cores. {@link segue.evaluate.Evaluation#judge(java.util.List, java.util.Set)} leaves tasks out.
 */
package segue.evaluate;
