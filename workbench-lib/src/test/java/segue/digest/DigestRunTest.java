package segue.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static segue.digest.Fixture.ANNA;
import static segue.digest.Fixture.BERT;
import static segue.digest.Fixture.FROM;
import static segue.digest.Fixture.NOW;
import static segue.digest.Fixture.WEEK;
import static segue.digest.Fixture.ZONE;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.digest.DigestOutcome.State;
import segue.digest.DigestRun.Person;
import segue.digest.ScriptedServer.Manner;
import segue.feedback.FeedbackStore;
import segue.feedback.MadeDigest;

/** By mail, to a real server and to servers that misbehave. */
class DigestRunTest {
    private static final DigestMaker MAKER = Fixture.maker(Fixture.songs());
    private static final String USER = "anna@example.org";
    private static final String PASSWORD = "s3cret p@ss%";

    @TempDir
    private Path folder;

    private FeedbackStore store;
    private Person anna;
    private Person bert;

    @BeforeEach
    void open() {
        store = Fixture.store(folder);
        store.searched(ANNA, "amber lantern");
        store.searched(BERT, "teal signal");
        anna = Fixture.subscribed(store, ANNA, "anna@example.org");
        bert = Fixture.subscribed(store, BERT, "bert@example.org");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static GreenMail greenMail(String protocol) {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", protocol));
        server.start();
        return server;
    }

    private static MailServer smtp(GreenMail server, String user) {
        return MailServer.of(
                "smtp://" + user + "127.0.0.1:" + server.getSmtp().getPort(), Optional.empty(), Optional.empty());
    }

    private List<DigestOutcome> deliver(MailServer server, Person... people) throws IOException {
        return new DigestRun(new DigestPlace.ByMail(server, FROM), Optional.empty(), false, false)
                .deliver(store, List.of(people), () -> MAKER, NOW, ZONE);
    }

    @Test
    void everybody_gets_one_mail_and_the_second_run_sends_none() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
        try {
            assertThat(deliver(smtp(server, ""), anna, bert))
                    .extracting(DigestOutcome::state)
                    .containsExactly(State.SENT, State.SENT);
            assertThat(deliver(smtp(server, ""), anna, bert))
                    .extracting(DigestOutcome::state)
                    .containsExactly(State.ALREADY, State.ALREADY);
            MimeMessage[] mails = server.getReceivedMessages();
            assertThat(mails).hasSize(2);
            assertThat(mails[0].getRecipients(Message.RecipientType.TO)[0]).hasToString("anna@example.org");
            assertThat(mails[0].getFrom()[0]).hasToString("Segue <digest@example.org>");
            assertThat(mails[0].getSubject()).endsWith("songs for you, week " + WEEK.week());
            assertThat(mails[0].getHeader("List-Unsubscribe")[0])
                    .contains(anna.subscription().orElseThrow().token());
            assertThat(mails[1].getHeader("List-Unsubscribe")[0])
                    .contains(bert.subscription().orElseThrow().token());
        } finally {
            server.stop();
        }
    }

    @Test
    void the_next_week_there_is_another_with_other_songs() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Manner.TAKES_ALL, Optional.empty())) {
            DigestOutcome first = deliver(server.address(), anna).getFirst();
            DigestOutcome second = new DigestRun(
                            new DigestPlace.ByMail(server.address(), FROM), Optional.empty(), false, false)
                    .deliver(store, List.of(anna), () -> MAKER, NOW.plus(Duration.ofDays(7)), ZONE)
                    .getFirst();
            assertThat(second.state()).isEqualTo(State.SENT);
            assertThat(second.digest().orElseThrow().ids())
                    .doesNotContainAnyElementsOf(first.digest().orElseThrow().ids());
        }
    }

    @Test
    void a_server_that_asks_who_it_is_lets_the_right_password_in() throws Exception {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
        try {
            server.setUser(USER, USER, PASSWORD);
            server.getUserManager().setAuthRequired(true);
            assertThat(deliver(smtp(server, "anna@example.org:s3cret p@ss%25@"), anna)
                            .getFirst()
                            .state())
                    .isEqualTo(State.SENT);
            assertThatThrownBy(() -> deliver(smtp(server, "anna@example.org:wr0ng@"), bert))
                    .isInstanceOf(MailException.class)
                    .hasMessageContaining("refuses this user or password; check SEGUE_SMTP_USER")
                    .hasMessageNotContaining("wr0ng");
            assertThat(store.digests().find(BERT, bert.address(), WEEK)).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void a_certificate_that_nobody_signed_is_refused_for_smtps() {
        GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTPS);
        try {
            MailServer address = MailServer.of(
                    "smtps://127.0.0.1:" + server.getSmtps().getPort(), Optional.empty(), Optional.empty());
            assertThatThrownBy(() -> deliver(address, anna))
                    .isInstanceOf(MailException.class)
                    .hasMessageContaining("cannot be trusted: its certificate");
            assertThat(store.digests().last(ANNA, 1)).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void tls_is_begun_where_it_is_offered() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Manner.TAKES_ALL, Optional.of(ownCertificate()))) {
            assertThat(deliver(server.address(), anna).getFirst().state()).isEqualTo(State.SENT);
            assertThat(server.commands).startsWith(server.commands.getFirst(), "STARTTLS");
            assertThat(server.mails).hasSize(1);
        }
    }

    private SSLContext ownCertificate() throws Exception {
        Path file = folder.resolve("own.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=somebody",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    @Test
    void an_address_that_is_refused_does_not_keep_others_from_theirs_and_is_tried_again() throws Exception {
        Person refused = Fixture.subscribed(store, ANNA, "refused@example.org");
        try (ScriptedServer server = new ScriptedServer(Manner.REFUSES_SOME, Optional.empty())) {
            List<DigestOutcome> outcomes = deliver(server.address(), refused, bert);
            assertThat(outcomes).extracting(DigestOutcome::state).containsExactly(State.FAILED, State.SENT);
            assertThat(outcomes.getFirst().sentence())
                    .contains("refuses the address: 550 5.1.1 no such mailbox here")
                    .doesNotContain("refused@");
        }
        try (ScriptedServer server = new ScriptedServer(Manner.TAKES_ALL, Optional.empty())) {
            assertThat(deliver(server.address(), refused, bert))
                    .extracting(DigestOutcome::listener, DigestOutcome::state)
                    .containsExactlyInAnyOrder(tuple(ANNA, State.SENT), tuple(BERT, State.ALREADY));
        }
    }

    @Test
    void a_mail_that_is_refused_gives_the_week_back() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Manner.REFUSES_MAILS, Optional.empty())) {
            DigestOutcome outcome = deliver(server.address(), anna).getFirst();
            assertThat(outcome.state()).isEqualTo(State.FAILED);
            assertThat(outcome.sentence()).contains("refuses the mail: 552 5.3.4 too much music");
            assertThat(store.digests().find(ANNA, anna.address(), WEEK)).isEmpty();
        }
    }

    @Test
    void a_connection_that_breaks_before_the_mail_gives_the_week_back() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Manner.DROPS_BEFORE_THE_MAIL, Optional.empty())) {
            assertThat(deliver(server.address(), anna, bert))
                    .extracting(DigestOutcome::state)
                    .containsExactly(State.FAILED, State.FAILED);
            assertThat(store.digests().last(ANNA, 1)).isEmpty();
            assertThat(store.digests().last(BERT, 1)).isEmpty();
        }
    }

    @Test
    void a_connection_that_breaks_after_the_mail_keeps_the_week_since_it_may_have_been_sent() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Manner.DROPS_AFTER_THE_MAIL, Optional.empty())) {
            DigestOutcome outcome = deliver(server.address(), anna).getFirst();
            assertThat(outcome.state()).isEqualTo(State.UNCERTAIN);
            assertThat(outcome.sentence()).contains("it may have been sent, or not");
            assertThat(deliver(server.address(), anna).getFirst())
                    .returns(State.ALREADY, DigestOutcome::state)
                    .extracting(DigestOutcome::sentence)
                    .asString()
                    .contains("cut off and may have been sent");
            assertThat(server.mails).hasSize(1);
        }
    }

    @Test
    void a_server_that_is_down_is_told_and_nothing_is_claimed() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        MailServer down = MailServer.of("smtp://127.0.0.1:" + port, Optional.empty(), Optional.empty());
        assertThatThrownBy(() -> deliver(down, anna))
                .isInstanceOf(MailException.class)
                .hasMessageStartingWith("smtp://127.0.0.1:" + port + ": no answer; check host, port, and that it runs");
        assertThat(store.digests().last(ANNA, 1)).isEmpty();
    }

    @Test
    void who_unsubscribes_during_the_run_gets_none() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Manner.TAKES_ALL, Optional.empty())) {
            store.subscriptions().unsubscribe(anna.subscription().orElseThrow().token());
            assertThat(deliver(server.address(), anna, bert))
                    .extracting(DigestOutcome::state)
                    .containsExactly(State.ALREADY, State.SENT);
            assertThat(server.mails).hasSize(1).allMatch(mail -> mail.contains("To: bert@example.org"));
        }
    }

    @Test
    void a_dry_run_asks_no_server_and_notes_nothing() throws Exception {
        MailServer nowhere = MailServer.of("smtp://127.0.0.1:1", Optional.empty(), Optional.empty());
        List<DigestOutcome> outcomes = new DigestRun(
                        new DigestPlace.ByMail(nowhere, FROM), Optional.empty(), false, true)
                .deliver(store, List.of(anna), () -> MAKER, NOW, ZONE);
        assertThat(outcomes.getFirst().state()).isEqualTo(State.READY);
        assertThat(outcomes.getFirst().text()).get().asString().contains("Because you searched for");
        assertThat(store.digests().last(ANNA, 1)).isEmpty();
    }

    @Test
    void four_runs_at_once_send_every_mail_once() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Manner.TAKES_ALL, Optional.empty());
                ExecutorService virtual = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<DigestOutcome>>> runs = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                runs.add(virtual.submit(() -> deliver(server.address(), anna, bert)));
            }
            List<State> states = new ArrayList<>();
            for (Future<List<DigestOutcome>> run : runs) {
                run.get().forEach(outcome -> states.add(outcome.state()));
            }
            assertThat(states).filteredOn(State.SENT::equals).hasSize(2);
            assertThat(states).filteredOn(State.ALREADY::equals).hasSize(6);
            assertThat(server.mails).hasSize(2);
        }
    }

    @Test
    void a_run_that_is_killed_while_it_sends_is_not_repeated() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Manner.HANGS_AFTER_THE_MAIL, Optional.empty())) {
            Process killed = DigestProcess.start(folder, server.address());
            try {
                server.hangs.await();
            } finally {
                killed.destroyForcibly().waitFor();
            }
            assertThat(store.digests().last(ANNA, 1))
                    .extracting(MadeDigest::sent)
                    .containsExactly(false);
            assertThat(deliver(server.address(), anna).getFirst().state()).isEqualTo(State.ALREADY);
            assertThat(server.mails).hasSize(1);
        }
    }

    @Test
    void the_week_is_that_of_the_place() throws Exception {
        var sundayNight = java.time.Instant.parse("2026-08-02T23:30:00Z");
        try (ScriptedServer server = new ScriptedServer(Manner.TAKES_ALL, Optional.empty())) {
            var place = new DigestPlace.ByMail(server.address(), FROM);
            var run = new DigestRun(place, Optional.empty(), false, false);
            var here = run.deliver(store, List.of(anna), () -> MAKER, sundayNight, ZONE);
            assertThat(here.getFirst().digest().orElseThrow().week()).hasToString("2026-W31");
            var there = run.deliver(store, List.of(anna), () -> MAKER, sundayNight, java.time.ZoneOffset.ofHours(2));
            assertThat(there.getFirst().digest().orElseThrow().week()).hasToString("2026-W32");
        }
    }
}
