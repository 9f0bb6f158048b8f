/**
 * A digest a week: songs like those that a listener searched for and liked lately, as an e-mail or a file.
 *
 * <pre>{@code
 * DigestMaker maker = DigestMaker.of(catalog, DigestOptions.defaults());
 * Optional<Digest> digest = maker.make(store, listener, IsoWeek.of(LocalDate.now()), Instant.now());
 *
 * Sender from = Sender.of("Segue <digest@example.org>");
 * MailServer server = MailServer.of("smtp://mail.example.org", Optional.of("anna"), Optional.of(password));
 * DigestRun run = new DigestRun(new DigestPlace.ByMail(server, from), Optional.empty(), false, false);
 * List<DigestRun.Person> people = store.subscriptions().all().stream()
 *         .map(one -> new DigestRun.Person(one.listener(), Optional.of(one)))
 *         .toList();
 * run.deliver(store, people, () -> maker, Instant.now(), ZoneId.systemDefault()).forEach(IO::println);
 * }</pre>
 *
 * <p>{@code Listening} weighs what was searched and rated, {@code DigestMaker} draws the songs, {@code Letter} has them as text and
 * as markup with its pictures, {@code DigestMail} makes a message of that, {@code MailConnection} hands it over, and {@code
 * DigestRun} goes through the people. Who is subscribed, and who had a digest this week, is kept by {@link segue.feedback}: at
 * most one a person and week, see {@link segue.feedback.DigestLog}. A page ends a subscription by {@link
 * segue.feedback.Subscriptions#unsubscribe(String)}, whose token the links in mails carry.
 *
 * <p>This is the only package that knows the mail library.
 *
 * <p>Cost, on 105,681 songs (processor time): 2.1 s once for what it needs beside the catalogue; then a digest takes 8 ms, its
 * letter .1 s, most of it for the pictures, and its message 6 ms and 78 KB. A run that finds nobody without a digest reads no
 * songs and takes 1.8 s, most of it to start.
 */
package segue.digest;
