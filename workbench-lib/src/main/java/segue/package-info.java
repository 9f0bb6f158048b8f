/**
 * Segue: explore songs, find those that are alike, and recommend.
 *
 * <p>Read the packages from the bottom up: {@link segue.matrix} (numbers), {@link segue.catalog} (songs),
 * {@link segue.neighbors} (who is near), {@link segue.recommend} (songs like a song) and {@link segue.chart} (pictures);
 * on top stand the page and the commands.
 *
 * <pre>{@code
 * Catalog catalog = Catalog.open();
 * System.out.println(Banner.of(catalog));
 * }</pre>
 */
package segue;
