package segue.digest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import segue.feedback.FeedbackStore;

/** Sends the digests of a folder's database in a process of its own, which a test may kill. */
final class DigestProcess {
    private DigestProcess() {}

    /** {@code FOLDER SERVER}. */
    public static void main(String[] args) throws IOException {
        MailServer server = MailServer.of(args[1], Optional.empty(), Optional.empty());
        try (FeedbackStore store = Fixture.store(Path.of(args[0]))) {
            List<DigestRun.Person> people = store.subscriptions().all().stream()
                    .filter(one -> one.listener().equals(Fixture.ANNA))
                    .map(one -> new DigestRun.Person(one.listener(), Optional.of(one)))
                    .toList();
            new DigestRun(new DigestPlace.ByMail(server, Fixture.FROM), Optional.empty(), false, false)
                    .deliver(store, people, () -> Fixture.maker(Fixture.songs()), Fixture.NOW, Fixture.ZONE);
        }
    }

    static Process start(Path folder, MailServer server) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-Dlogback.configurationFile=segue/logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DigestProcess.class.getName(),
                        folder.toString(),
                        server.toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
