/**
 * XChart pictures in one look: readable labels, no boxes, and colours that stay apart for colour-blind eyes.
 *
 * <pre>{@code
 * Charts.histogram("Energy", "energy", catalog.features().column(2), 30);
 * Charts.lines("By year", "year", "mean", years, Map.of("energy", energy, "valence", valence));
 * Charts.correlation("Features", names, Correlation.pearson(matrix));
 * ChartGrid.of(3, charts);                                              // small multiples, one picture
 * }</pre>
 *
 * <p>{@link segue.chart.AudioCharts} draws sound: waveforms, spectrograms, pitch, and how one recording is laid on another.
 *
 * <p>Each gives an ordinary XChart chart, so everything XChart can do is still open (pictures of sound and grids are painted
 * as they are). A notebook shows it as the last value
 * of a cell; {@link segue.chart.ChartFiles} writes it as PNG or SVG.
 *
 * <p>Cost: a few milliseconds a chart.
 */
package segue.chart;
