/**
 * The page: an embedded web server, its JSON, and the files that the browser gets.
 *
 * <pre>{@code
 * try (Page page = Page.start(catalog, PageOptions.defaults())) {
 *     IO.println(page.url());                       // http://127.0.0.1:7070/
 *     page.join();                                  // until another thread closes it
 * }
 * Page.open(recommender)                            // in a notebook: shown below the cell, ends with the kernel
 * }</pre>
 *
 * <p>A tour. {@link segue.page.Page} starts the server and stops it ({@code OpenedPage} the one of a notebook); {@code Serving}
 * sets it up: virtual threads, bounds, graceful end. {@code Rooms} makes the rooms, each a package with {@code Endpoints} that add
 * their own paths: {@code segue.page.songs} searches and recommends, {@code segue.page.map} draws the map, {@code
 * segue.page.opinions} takes what visitors say and {@code segue.page.dashboard} shows it, {@code segue.page.music} plays recordings
 * and listens to those that are sent, {@code segue.page.mail} ends digests, {@code segue.page.spotify} speaks with the account of
 * whoever started the page; {@code segue.page.jobs} has longer work done that they submit. {@code Routes} says what every answer carries
 * (security headers; no foreign hosts, no foreign posts) and what is said where no room answers. What any room needs lies in
 * {@code segue.page.server}, in the order of a request: {@code Connections} bounds what is open and ends slow senders; {@code
 * Query} and {@code Json} read what is asked, strictly; {@code Visitors} says who asks; {@code Workers} has work done, by a
 * bounded number of threads with a bounded line before them in which clients take turns ({@code FairQueue}), the rest gets 503;
 * whatever goes wrong becomes an {@code ApiError}: {@code {"error": {"code", "message", "hint"}}}. When the answer is out,
 * {@code RequestWatch} counts it for {@code /metrics} and the access log. {@code Assets} holds the front end of
 * {@code resources/segue/page/}: plain HTML, CSS and JavaScript modules, which ask nothing of any other server, by addresses
 * that hold below any path. Modules that add to the songs shown listen for the event {@code segue:answer}.
 *
 * <p>The server only listens on this machine unless {@link segue.page.PageOptions#host()} says otherwise. It has no accounts:
 * whoever reaches the port may ask. {@code docs/page.md} tells how to put it behind a proxy.
 *
 * <p>Cost: the assets are about 190 kB of memory; a start takes about a second besides the search index over the
 * catalogue; an answer costs what its search costs and some 150 µs of the server's; the catalogue is shared, never copied.
 * {@code bench/page-load} measures it.
 */
package segue.page;
