package segue.jobs.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static segue.jobs.Await.awaitEnd;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.jobs.JobKind;
import segue.jobs.JobQueue;
import segue.jobs.JobQueueOptions;
import segue.jobs.JobStatus;
import segue.jobs.QueueUnreachableException;
import segue.jobs.RedisServer;

/** A server that speaks TLS, with a certificate for 127.0.0.1 that this Java trusts only when it is told to. */
class EncryptedQueueTest {
    private static final String WORD = "password";
    private static final String TRUST = "javax.net.ssl.trustStore";

    @TempDir
    Path folder;

    @Test
    void only_a_server_whose_certificate_is_trusted_and_names_the_host_gets_jobs() throws Exception {
        Path keys = folder.resolve("keys.p12");
        makeKeys(keys);
        String certificate = pem(keys, "CERTIFICATE").toString();
        try (RedisServer server = RedisServer.start(
                "--port",
                "0",
                "--tls-port",
                "PORT",
                "--tls-cert-file",
                certificate,
                "--tls-key-file",
                pem(keys, "PRIVATE KEY").toString(),
                "--tls-ca-cert-file",
                certificate,
                "--tls-auth-clients",
                "no")) {
            assertThatThrownBy(() -> open("rediss://127.0.0.1:" + server.port()))
                    .isInstanceOf(QueueUnreachableException.class)
                    .hasMessageContaining("certificate");
            System.setProperty(TRUST, keys.toString());
            System.setProperty(TRUST + "Password", WORD);
            try (JobQueue queue = open("rediss://127.0.0.1:" + server.port())) {
                JobKind upload = new JobKind("upload", 1);
                queue.work(upload, 1, (payload, progress) -> payload);
                assertThat(awaitEnd(queue, queue.submit(upload, "a", new byte[100_000])))
                        .isInstanceOf(JobStatus.Done.class);
                assertThatThrownBy(() -> open("rediss://localhost:" + server.port()))
                        .hasMessageContaining("certificate");
            } finally {
                System.clearProperty(TRUST);
                System.clearProperty(TRUST + "Password");
            }
        }
    }

    private static JobQueue open(String url) {
        return RedisQueue.open(QueueAddress.of(url), JobQueueOptions.defaults());
    }

    private static void makeKeys(Path file) throws IOException, InterruptedException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "redis",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-ext",
                        "bc:c",
                        "-storepass",
                        WORD,
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
    }

    private Path pem(Path keys, String what) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys)) {
            store.load(in, WORD.toCharArray());
        }
        byte[] encoded = what.equals("CERTIFICATE")
                ? store.getCertificate("redis").getEncoded()
                : store.getKey("redis", WORD.toCharArray()).getEncoded();
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return Files.writeString(
                folder.resolve(what.replace(' ', '-') + ".pem"),
                "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(what, lines, what));
    }
}
