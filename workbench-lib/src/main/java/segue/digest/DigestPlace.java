package segue.digest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import segue.feedback.EmailAddress;
import segue.files.WholeFile;

/** Where digests go: a mail server, a folder, or one file. */
public sealed interface DigestPlace {
    /** Everybody who is subscribed, by mail. */
    record ByMail(MailServer server, Sender from) implements DigestPlace {
        @Override
        public Opened open() {
            MailConnection connection = MailConnection.to(server);
            return new Opened() {
                @Override
                public String deliver(Letter letter, Instant now) {
                    EmailAddress to =
                            letter.footer().subscription().orElseThrow().address();
                    connection.send(DigestMail.of(connection.session(), letter, from, now), to);
                    return to.masked();
                }

                @Override
                public void close() {
                    connection.close();
                }
            };
        }

        @Override
        public String toString() {
            return server.toString();
        }
    }

    /** A message a digest, named by week and number: for another program to send, or to look at. */
    record InFolder(Path folder, Sender from) implements DigestPlace {
        @Override
        public Opened open() {
            return (letter, now) -> {
                Path file;
                int number = 0;
                do {
                    file = folder.resolve(String.format(
                            Locale.ROOT, "%s-%03d.eml", letter.digest().week(), ++number));
                } while (Files.exists(file));
                writeMessage(file, letter, from, now);
                return file.toString();
            };
        }

        @Override
        public String toString() {
            return folder.toString();
        }
    }

    /** One person's: {@code .eml} for the message, {@code .html} for a page with its pictures in it, {@code .txt} for the text. */
    record InFile(Path file, Sender from) implements DigestPlace {
        public InFile {
            kind(file);
        }

        @Override
        public Opened open() {
            return (letter, now) -> {
                switch (kind(file)) {
                    case "eml" -> writeMessage(file, letter, from, now);
                    case "html" -> WholeFile.write(file, part -> Files.writeString(part, letter.page()));
                    default -> WholeFile.write(file, part -> Files.writeString(part, letter.text()));
                }
                return file.toString();
            };
        }

        private static String kind(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            String kind = name.substring(name.lastIndexOf('.') + 1);
            return switch (kind) {
                case "eml", "html", "txt" -> kind;
                case "htm" -> "html";
                default ->
                    throw new IllegalArgumentException(
                            "a digest is written as .eml, .html or .txt, into a folder that is"
                                    + " there, or sent to smtp://[USER@]HOST[:PORT]; "
                                    + MailServer.masked(file.toString()) + " is none of these");
            };
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /** Ready to deliver. */
    @FunctionalInterface
    interface Opened extends AutoCloseable {
        /** @return where it went, as it may be shown */
        String deliver(Letter letter, Instant now) throws IOException;

        @Override
        default void close() {}
    }

    /** Who it is from, and who reads the answers. */
    Sender from();

    /** @throws MailException if the server cannot be reached */
    Opened open();

    /** Whether only subscribers may get it. */
    default boolean isMail() {
        return this instanceof ByMail;
    }

    /**
     * The place that a person names.
     *
     * @param user of a mail server, where its address has none; {@code password} likewise
     * @throws IllegalArgumentException if it is none
     * @throws IOException if nothing can be written there
     */
    static DigestPlace of(String text, Sender from, Optional<String> user, Optional<String> password)
            throws IOException {
        if (MailServer.isAddress(text)) {
            return new ByMail(MailServer.of(text, user, password), from);
        }
        Path path = Path.of(text);
        if (Files.isDirectory(path)) {
            return new InFolder(path, from);
        }
        InFile file = new InFile(path, from);
        WholeFile.requirePlace(path);
        return file;
    }

    private static void writeMessage(Path file, Letter letter, Sender from, Instant now) throws IOException {
        DigestMail mail = DigestMail.of(DigestMail.sessionForFiles(), letter, from, now);
        WholeFile.write(file, part -> Files.write(part, mail.bytes()));
    }
}
