/**
 * The page: an embedded web server, its JSON, and the files that the browser gets.
 *
 * <pre>{@code
 * try (Page page = Page.start(catalog, PageOptions.defaults())) {
 *     IO.println(page.url());                       // http://127.0.0.1:7070/
 *     page.join();                                  // until another thread closes it
 * }
 * }</pre>
 *
 * <p>A tour, in the order of a request. {@link segue.page.Page} starts Javalin and stops it. {@code Routes} says which path
 * answers what, and what every answer carries (security headers, no foreign hosts). {@code Gate} lets a bounded number of
 * requests work at once, a bounded number wait, and turns the rest away with 503. {@code Query} reads parameters strictly,
 * {@code Api} answers with the records in {@code Answers}, and whatever goes wrong becomes an {@code ApiError}:
 * {@code {"error": {"code", "message", "hint"}}}. {@code Assets} holds the front end of {@code resources/segue/page/}: plain
 * HTML, one stylesheet and a few JavaScript modules, which ask nothing of any other server.
 *
 * <p>The server only listens on this machine unless {@link segue.page.PageOptions#host()} says otherwise. It has no accounts:
 * whoever reaches the port may ask.
 *
 * <p>Cost: the assets are about 45 kB of memory; a start takes about a second besides the search index over the
 * catalogue; an answer costs what its search costs, and the catalogue is shared, never copied.
 */
package segue.page;
