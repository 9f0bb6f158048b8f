/**
 * A listener of several tastes: what they are, a playlist that does justice to each, and an order that flows.
 *
 * <pre>{@code
 * TasteSpace space = TasteSpace.of(catalog);                              // once
 * Tastes tastes = Tastes.of(space, TasteOptions.defaults(), rows);
 * tastes.all().forEach(System.out::println);                              // "calm · folk (12 songs, 24 %), like …"
 * TastePlaylist fifty = tastes.playlist(50);
 * PlaylistExport.of("For me", catalog, fifty.rows()).write(Path.of("for-me.m3u8"));
 * int[] ordered = Flow.order(catalog, rows);
 * }</pre>
 *
 * <p>{@code Grouping} clusters the songs and chooses how many tastes they are; {@code Candidates} has for each taste the songs that
 * are for it, by the densities of {@code Commonness}; {@code Draw} deals out places and lets tastes draw in turns, within
 * {@link segue.recommend.Rules}; {@code Flow} orders.
 *
 * <p>Cost: of 105,681 songs the space takes 0.3 s to make and 4 MB beside the index; a playlist of 50 from 200 liked songs
 * takes 43 ms, names and order included; an order of 200 songs takes 0.5 s. Measured on two cores that had other work.
 */
package segue.recommend.tastes;
