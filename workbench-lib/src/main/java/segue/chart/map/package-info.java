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
 */
package segue.chart.map;
