/**
 * Many points as pixels, and words among them: how densely discs cover each pixel, where a crowd is densest and how far it
 * reaches, and places for labels that do not cover each other. {@link segue.chart.map} and biplots are painted with it.
 *
 * <pre>{@code
 * Coverage coverage = new Coverage(1_400, 1_400, 1.5);
 * coverage.add(700.25f, 350.5f);                       // a disc; its edge covers pixels in part
 * coverage.weights();                                  // how many discs lie over each pixel
 * }</pre>
 *
 * <p>Everything is in pixels, x to the right and y down.
 */
package segue.chart.points;
