package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.feedback.FeedbackStore;
import segue.feedback.Listener;
import segue.feedback.sql.DatabaseAddress;

/** {@code ./segue digest}, on a database of its own and the sample songs. */
class DigestCommandTest {
    private static final String ANNA = "anna0123456789abcdef";

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void database() {
        environment.put("SEGUE_DATABASE", folder.resolve("feedback.db").toString());
    }

    private void searched(String... typed) {
        try (FeedbackStore store = FeedbackStore.open(DatabaseAddress.file(folder.resolve("feedback.db")))) {
            for (String one : typed) {
                store.searched(new Listener(ANNA), one);
            }
        }
    }

    /** In a process of its own, whose environment names no person's database. */
    private Ended segue(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=segue/logback.xml"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName(), "digest"));
        command.addAll(List.of(words));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SEGUE_"));
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new Ended(
                exitCode, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }

    @Test
    void a_file_is_written_once_a_week_and_again_when_asked_to() throws Exception {
        searched("a");
        Ended first = segue("--to", "mine.html");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.out()).contains("mine.html: ").contains("songs for you, week");
        assertThat(Files.readString(folder.resolve("mine.html"))).contains("data:image/png;base64,");
        Ended second = segue("--to", "mine.txt");
        assertThat(second.exitCode()).isZero();
        assertThat(second.err()).contains("had the digest of").contains("--again makes it once more");
        assertThat(folder.resolve("mine.txt")).doesNotExist();
        assertThat(segue("--to", "mine.txt", "--again").exitCode()).isZero();
        assertThat(folder.resolve("mine.txt")).content().contains("Because you searched for");
    }

    @Test
    void where_nobody_searched_a_sentence_says_so_and_no_file_is_written() throws Exception {
        Ended ended = segue("--to", "mine.eml");
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("nobody has searched for, rated or played a song yet");
        searched("qqqq zzzz xxxx");
        assertThat(segue("--to", "mine.eml").err())
                .contains("listener anna01… has not searched for or liked any song of this catalogue yet");
        assertThat(folder.resolve("mine.eml")).doesNotExist();
    }

    @Test
    void subscribers_get_a_mail_whose_password_and_address_are_not_shown() throws Exception {
        searched("a");
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            server.setUser("digest@example.org", "digest@example.org", "s3cret");
            server.getUserManager().setAuthRequired(true);
            String to = "smtp://127.0.0.1:" + server.getSmtp().getPort();
            environment.putAll(Map.of(
                    "SEGUE_SMTP_USER", "digest@example.org",
                    "SEGUE_SMTP_PASSWORD", "s3cret",
                    "SEGUE_DIGEST_FROM", "Segue <digest@example.org>",
                    "SEGUE_PAGE_URL", "https://music.example"));
            Ended nobody = segue("--to", to);
            assertThat(nobody.exitCode()).isZero();
            assertThat(nobody.err()).contains("nobody is subscribed, so nothing is sent");

            assertThat(segue("subscribe", "--address", "anna@example.org", "--listener", "anna01")
                            .out())
                    .contains("anna@example.org gets the digest of listener anna01…");
            Ended sent = segue("--to", to, "--json");
            assertThat(sent.exitCode()).as(sent.err()).isZero();
            JsonNode json = new ObjectMapper().readTree(sent.out());
            assertThat(json.at("/digests/0/outcome").asText()).isEqualTo("sent");
            assertThat(json.at("/digests/0/address").asText()).isEqualTo("a…@example.org");
            assertThat(json.at("/digests/0/songs").size()).isGreaterThan(7);
            assertThat(sent.out() + sent.err()).doesNotContain("s3cret").doesNotContain("anna@");
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(segue("--to", to).err()).contains("a…@example.org had the digest of");
            assertThat(server.getReceivedMessages()).hasSize(1);

            assertThat(segue("list").out())
                    .contains("anna@example.org  listener anna01…")
                    .contains("last digest 20");
            Matcher token = Pattern.compile("token=([0-9a-f]{32})")
                    .matcher(server.getReceivedMessages()[0].getHeader("List-Unsubscribe")[0]);
            assertThat(token.find()).isTrue();
            assertThat(segue("unsubscribe", "--token", token.group(1)).out())
                    .contains("anna@example.org gets no digest any more");
            assertThat(segue("list").out()).doesNotContain("anna@");
        } finally {
            server.stop();
        }
    }

    @Test
    void a_folder_gets_a_message_for_every_subscriber() throws Exception {
        searched("a");
        Files.createDirectory(folder.resolve("outbox"));
        segue("subscribe", "--address", "anna@example.org");
        Ended ended = segue("--to", "outbox", "--from", "digest@example.org");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        try (var files = Files.list(folder.resolve("outbox"))) {
            assertThat(files.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(file)
                            .content(StandardCharsets.ISO_8859_1)
                            .contains("To: anna@example.org"));
        }
    }

    @Test
    void a_dry_run_prints_the_digest_and_writes_nothing() throws Exception {
        searched("a");
        Ended dry = segue("--to", "mine.html", "--dry-run");
        assertThat(dry.exitCode()).isZero();
        assertThat(dry.out()).contains("Because you searched for");
        assertThat(folder.resolve("mine.html")).doesNotExist();
        assertThat(segue("--to", "mine.html").out()).contains("mine.html");
    }

    @Test
    void nonsense_is_told_in_one_sentence_and_shows_no_password() throws Exception {
        assertThat(segue().err()).contains("digest needs --to FILE or --to smtp://HOST");
        assertThat(segue("--to", "mine.pdf").err()).contains("a digest is written as .eml, .html or .txt");
        assertThat(segue("--to", "no/such/folder/mine.html").err()).contains("no such folder");
        assertThat(segue("--to", "smtp://127.0.0.1").err()).contains("mails need a sender: --from ADDRESS");
        assertThat(segue("--to", "smtp://127.0.0.1", "--from", "nobody").err())
                .contains("an e-mail address looks like anna@example.org but this was 'nobody'");
        assertThat(segue("--to", "smtp://127.0.0.1", "--from", "a@b.org", "--again")
                        .err())
                .contains("--again would mail everybody twice");
        assertThat(segue("--to", "mine.html", "--page", "javascript:alert(1)").err())
                .contains("the page's address must be http:// or https://");
        assertThat(segue("--to", "mine.html", "--n", "13").err()).contains("songs must be in [1, 12] but was 13");
        assertThat(segue("subscribe", "--address", "anna@example.org\nBcc: x@example.org")
                        .exitCode())
                .isEqualTo(2);
        for (List<String> words : List.of(
                List.of("smtp://anna:s3cret@mail.example.org"),
                List.of("--to", "smtp://anna:s3cret@mail.example.org:port", "--from", "a@b.org"),
                List.of("--to", "smtp//anna:s3cret@mail.example.org"))) {
            Ended ended = segue(words.toArray(String[]::new));
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).doesNotContain("s3cret").doesNotContain("\tat ");
        }
    }

    @Test
    void the_schedule_that_is_documented_is_one_that_systemd_understands() throws Exception {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "systemd-analyze")));
        if (!there) {
            System.err.println("Skipped: the documented units, since there is no systemd-analyze here.");
        }
        assumeTrue(there, "no systemd-analyze");
        String text = Files.readString(Path.of("../docs/digest.md"));
        for (String unit : List.of("segue-digest.service", "segue-digest.timer")) {
            Matcher block = Pattern.compile(Pattern.quote(unit + "`:\n\n```ini\n") + "(.*?)```", Pattern.DOTALL)
                    .matcher(text);
            assertThat(block.find()).as(unit).isTrue();
            Files.writeString(
                    folder.resolve(unit), block.group(1).replace("ExecStart=%h/segue/segue", "ExecStart=/bin/true"));
        }
        Process verify = new ProcessBuilder(
                        "systemd-analyze",
                        "verify",
                        "--man=no",
                        folder.resolve("segue-digest.service").toString(),
                        folder.resolve("segue-digest.timer").toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verify.waitFor()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.contains("segue-digest"))).isEmpty();
    }
}
