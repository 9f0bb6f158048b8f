/**
 * From a typed text to a song, and from a song or several to songs like them, under rules and with reasons.
 *
 * <pre>{@code
 * SongSearch search = SongSearch.of(catalog);
 * int row = search.find("beyonse halo", 1).getFirst().row();
 * Recommender recommender = Recommender.of(catalog);
 * Rules rules = Rules.defaults().withPerArtist(1).withYears(Range.atLeast(2000));
 * Recommendations five = recommender.recommend(Request.of(row).withRules(rules));
 * five.forEach(one -> IO.println(one.track() + ": " + one.inNumbers(false)));
 * five.leftOut().forEach(IO::println);                     // how many songs each rule left out, and the nearest of them
 * five.lost().forEach(IO::println);                        // which song nearly had a place, and why it has none
 * five.next().map(recommender::recommend);                 // the next page
 * recommender.recommend(Request.of(row).withRules(rules).withVariety(0.3).withNovelty(0.2));
 * }</pre>
 *
 * <p>The other ways to recommend live in rooms of their own and are held to the same rules, which they get from the recommender:
 *
 * <pre>{@code
 * TasteSpace space = TasteSpace.of(recommender);           // all tastes of a listener: segue.recommend.tastes
 * Tastes.of(space, TasteOptions.defaults(), liked).playlist(TastePlaylistOptions.defaults().withRules(rules));
 * Screening screening = recommender.ruleBook().screening(seeds, known, rules);
 * model.continueList(list, 20, screening::takes);          // as playlists go on: segue.recommend.playlist
 * screening.leftOut().forEach(IO::println);
 * }</pre>
 *
 * <p>Who does what: {@code SongFacts} has what rules ask in columns, and {@link segue.recommend.RuleBook} keeps them;
 * {@code Sieve} applies the rules that a song passes by itself, {@link segue.recommend.Screening} those that look at what was
 * taken before, {@code LessLike} those nearer to what there should be less of. {@code Ranking} gives rows by their distance, {@code Draft} takes from the rankings of several songs in turn,
 * {@code Varied} turns the dial, and {@code Account} finds the counter-examples.
 *
 * <p>Distances are taken over the features of the catalogue on one scale, every recording counted once: of a song table the
 * nine audio features, each in its standard deviations; of recordings that were measured here their similarity vectors, and
 * the reasons speak of timbre, rhythm, harmony, loudness and dynamics.
 *
 * <p>Cost, on 105,681 songs (processor time, warm, SIMD): 0.4 s to build, 0.8 s in a fresh JVM, and 25 ms more for the index
 * of a metric when it is first asked for; ten songs 0.1 ms, under six rules 0.5 ms (3 ms the first time that a set of rules is
 * asked), from five songs 0.3 ms, the least alike 0.5 ms. With songs to have less of it takes as
 * long, up to 3 ms where these are the nearest ones or the farthest. What is unlike several songs takes longer, 16 ms in the middle and
 * up to 0.4 s where the songs are unlike each other. With variety or novelty and one song an artist, ten or fifty songs of
 * 170,653 take 5 ms at least on two busy cores, most of it to take the pool of 1,000 through the rules. Memory: the points, and about 13 KB for each of the 32 sets of rules asked last.
 */
package segue.recommend;
