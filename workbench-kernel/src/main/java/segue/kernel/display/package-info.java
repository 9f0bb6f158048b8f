/**
 * Values as people want to see them: tables, charts, pictures, and text for everything else.
 *
 * <p>{@link segue.kernel.display.Renderers} picks the {@link segue.kernel.display.Renderer} of the nearest class or
 * interface; the result is a {@link segue.kernel.display.MimeBundle}, one value in several forms, always with a text
 * twin. Tables are a {@code Grid}: the head, then "… 105,671 more rows", as HTML without scripts and as text.
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
