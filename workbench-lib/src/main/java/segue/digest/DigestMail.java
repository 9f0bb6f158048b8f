package segue.digest;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import segue.feedback.Subscription;

/**
 * A letter as a message (RFC 5322): text and markup as alternatives, and the pictures that the markup shows, all related
 * (RFC 2046, RFC 2387). Whoever is subscribed finds in its header how to end that (RFC 2369), by one click (RFC 8058) where the
 * page is reached by https.
 */
final class DigestMail extends MimeMessage {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final int LONGEST_NAME_OF_HEADER = "List-Unsubscribe: ".length();

    private final String id;

    private DigestMail(Session session, String domain) {
        super(session);
        id = "<%s@%s>".formatted(UUID.randomUUID(), domain);
    }

    static DigestMail of(Session session, Letter letter, Sender from, Instant now) {
        try {
            String address = from.address().value();
            DigestMail mail = new DigestMail(session, address.substring(address.lastIndexOf('@') + 1));
            mail.setFrom(new InternetAddress(address, from.name(), UTF_8));
            if (letter.footer().subscription().isPresent()) {
                Subscription to = letter.footer().subscription().get();
                mail.setRecipient(
                        Message.RecipientType.TO,
                        new InternetAddress(to.address().value(), true));
                mail.setUnsubscribe(letter.footer());
            }
            mail.setSubject(letter.subject(), UTF_8);
            mail.setSentDate(Date.from(now));
            mail.setHeader("Auto-Submitted", "auto-generated");
            mail.setContent(content(letter));
            mail.saveChanges();
            return mail;
        } catch (MessagingException | IOException defect) {
            throw new IllegalStateException("a digest cannot be made into a mail", defect);
        }
    }

    static Session sessionForFiles() {
        return Session.getInstance(new Properties());
    }

    private void setUnsubscribe(Footer footer) throws MessagingException {
        List<String> ways = new ArrayList<>();
        footer.link().ifPresent(link -> ways.add("<" + link + ">"));
        footer.mailto().ifPresent(mailto -> ways.add("<" + mailto + ">"));
        setHeader("List-Unsubscribe", MimeUtility.fold(LONGEST_NAME_OF_HEADER, String.join(", ", ways)));
        if (footer.link().filter(link -> link.startsWith("https://")).isPresent()) {
            setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
    }

    private static MimeMultipart content(Letter letter) throws MessagingException, IOException {
        MimeMultipart alternatives = new MimeMultipart("alternative");
        alternatives.addBodyPart(text(letter.text(), "plain"));
        alternatives.addBodyPart(text(letter.html().markup(), "html"));
        MimeBodyPart words = new MimeBodyPart();
        words.setContent(alternatives);
        MimeMultipart related = new MimeMultipart("related; type=\"multipart/alternative\"");
        related.addBodyPart(words);
        for (Picture picture : letter.pictures()) {
            related.addBodyPart(inline(picture));
        }
        return related;
    }

    private static MimeBodyPart text(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static MimeBodyPart inline(Picture picture) throws MessagingException, UnsupportedEncodingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(picture.png(), "image/png")));
        part.setContentID("<" + picture.name() + ">");
        part.setFileName(picture.name() + ".png");
        part.setDisposition(Part.INLINE);
        return part;
    }

    /** The whole message, as it is sent. */
    byte[] bytes() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException | IOException defect) {
            throw new IllegalStateException("a mail could not be written into memory", defect);
        }
    }

    /** The usual one names the user and the machine. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
