/**
 * Values as people want to see them: tables, charts, pictures, and text for everything else.
 *
 * <p>A cell's own values come from {@link segue.kernel.display.Audio} (samples or a recording, with a player) and {@link
 * segue.kernel.display.Image} (a picture file); {@code displayAs(Song.class, song -> html(…))} registers a look for a
 * type of one's own.
 *
 * <p>{@link segue.kernel.display.Renderers} picks the {@link segue.kernel.display.Renderer} of the nearest class or
 * interface; the result is a {@link segue.kernel.display.MimeBundle}, one value in several forms, always with a text
 * twin. Tables are a {@code Grid}: the head, then "… 105,671 more rows", as HTML without scripts and as text. {@code Rows}
 * makes columns out of records, maps and arrays, {@code GridColumn} aligns numbers, {@code BoundedText} writes nested
 * values and stops in time, so that a list without end is shown as quickly as one of three elements.
 *
 * <pre>{@code
 * MimeBundle bundle = Renderers.installed().render(table);
 * bundle.data().get("text/html");
 * }</pre>
 *
 * <p>Renderers are made when a value of their type is first shown, so a library that nobody uses costs nothing. A table
 * costs about a millisecond, whatever its length; a chart 5 to 50 ms.
 */
package segue.kernel.display;
