/**
 * What listeners say, search and play, kept in a database, and what the numbers say about methods.
 *
 * <pre>{@code
 * try (FeedbackStore store = FeedbackStore.in(Path.of("data"))) {
 *     Listener listener = Listener.random();
 *     store.rate("a-key-for-each-rating", new Rating(listener, "song-1", "song-2", "euclidean", Opinion.score(8)));
 *     store.reports().scoresByMethod().forEach(IO::println);
 *     store.export(listener, System.out);
 *     IO.println(store.delete(listener));
 * }
 * }</pre>
 *
 * <p>By default the database is a file of SQLite, which only its owner may read; {@link segue.feedback.sql.DatabaseAddress#of}
 * takes the URL of a PostgreSQL, MySQL or MariaDB server instead. Several processes of one machine may have the same file open
 * (not over a network file system): who writes waits for another for up to ten seconds, who reads waits for nobody.
 *
 * <p>Ratings are never changed: each is a row of its own, written once for each key that its sender made, so that a request
 * which is sent again doubles nothing; the last one of a listener about a recommendation counts. SQLite has it on disk when the
 * call returns; a server has as long as it is not told to answer earlier ({@code synchronous_commit} of PostgreSQL, {@code
 * innodb_flush_log_at_trx_commit} of MySQL, both safe as installed).
 *
 * <p>Who wants a digest by e-mail is kept beside ({@link segue.feedback.Subscriptions}: an address, the only thing here that says who
 * somebody is), and which digests were made ({@link segue.feedback.DigestLog}: at most one a person and week).
 *
 * <p>Listeners are random ids. What is deleted is overwritten in SQLite's file, and its log emptied; servers keep their own logs
 * and backups, which {@link segue.feedback.Deletion#whatRemains} says.
 *
 * <p>Cost, measured on two busy cores: a new file takes 1.3 s of processor time, most of it to load classes, and 10 ms when it
 * is opened again; a rating .3 to .6 ms of processor time and the wait for the disk, about 1,500 ratings a second from 32
 * threads on each of the three databases. Averages by method over 104,000 ratings take about .7 s, counts by day .1 s.
 */
package segue.feedback;
