/**
 * Maps of songs: a picture of every song, coloured by genre, cluster, year or a feature, as PNG or SVG, or as one HTML file
 * to walk through.
 *
 * <pre>{@code
 * TsneMap tsne = Tsne.map(songs.points(), TsneOptions.defaults());
 * SongMap map = SongMap.of(songs, tsne.coordinates())
 *         .colouredBy(Colouring.genre(songs), Colouring.year(songs))
 *         .marking(songs.track(17).id());                          // you are here
 * map.save(Path.of("map.png"));                                    // the first colouring
 * map.save(Path.of("map.html"));                                   // all of them
 * }</pre>
 *
 * <p>A picture of 170,653 points takes 0.15 s of one core, twice as sharp 0.35 s; of 1,000,000 points 0.5 s. An SVG has up
 * to 2,000 points as circles, more as one picture of pixels, 1.5 MB or so.
 */
package segue.chart.map;
