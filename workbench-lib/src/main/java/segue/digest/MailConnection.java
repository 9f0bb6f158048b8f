package segue.digest;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.util.Properties;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import segue.feedback.EmailAddress;

/**
 * A connection to a mail server, for any number of mails one after the other; a lost one is made anew for the next.
 *
 * <p>TLS is begun wherever the server offers it, and its certificate checked, but for {@code smtp://} on this machine, where
 * there is no way between to listen on and certificates are seldom more than a placeholder. A password goes to another machine
 * by TLS or not at all.
 */
final class MailConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int ANSWER_MILLIS = 60_000;
    private static final int REFUSED_FOR_NOW = 400;

    private final MailServer server;
    private final Session session;
    private Watched transport;

    private MailConnection(MailServer server) {
        this.server = server;
        this.session = Session.getInstance(properties(server));
    }

    /** @throws MailException if the server cannot be reached, or does not let this user in */
    static MailConnection to(MailServer server) {
        MailConnection connection = new MailConnection(server);
        connection.connect();
        return connection;
    }

    static Properties properties(MailServer server) {
        String name = server.tls() ? "mail.smtps." : "mail.smtp.";
        boolean here = server.isThisMachine() && !server.tls();
        Properties properties = new Properties();
        properties.put(name + "connectiontimeout", Integer.toString(CONNECT_MILLIS));
        properties.put(name + "timeout", Integer.toString(ANSWER_MILLIS));
        properties.put(name + "writetimeout", Integer.toString(ANSWER_MILLIS));
        properties.put(name + "auth", Boolean.toString(server.credentials().isPresent()));
        properties.put(name + "starttls.enable", "true");
        properties.put(
                name + "starttls.required",
                Boolean.toString(server.credentials().isPresent() && !server.isThisMachine() && !server.tls()));
        properties.put(name + "ssl.checkserveridentity", Boolean.toString(!here));
        if (here) {
            properties.put(name + "ssl.trust", "*");
        }
        properties.put(name + "quitwait", "false");
        return properties;
    }

    Session session() {
        return session;
    }

    /**
     * Hands a mail over.
     *
     * @throws MailException if the server did not take it, or nobody knows whether it did
     */
    void send(DigestMail mail, EmailAddress to) {
        if (transport == null || !transport.isConnected()) {
            connect();
        }
        transport.allSaid = false;
        try {
            transport.sendMessage(mail, new Address[] {new InternetAddress(to.value(), true)});
        } catch (AddressException defect) {
            throw new IllegalStateException("an address that was checked is none", defect);
        } catch (MessagingException e) {
            throw notSent(e);
        }
    }

    private void connect() {
        close();
        transport = new Watched(session, server);
        try {
            if (server.credentials().isPresent()) {
                MailServer.Credentials own = server.credentials().get();
                transport.connect(server.host(), server.port(), own.user(), own.password());
            } else {
                transport.connect(server.host(), server.port(), null, null);
            }
        } catch (AuthenticationFailedException refused) {
            throw new MailException(
                    server + " refuses this user or password; check SEGUE_SMTP_USER and SEGUE_SMTP_PASSWORD: "
                            + said(refused),
                    refused);
        } catch (MessagingException e) {
            throw new MailException(server + notReached(e), e);
        }
    }

    private static String notReached(MessagingException e) {
        if (cause(e, SSLException.class) instanceof SSLException tls) {
            return " cannot be trusted: its certificate is not valid for this name or not signed by anybody known,"
                    + " or it speaks no TLS here: " + said(tls);
        }
        String words = said(e);
        if (words.contains("STARTTLS is required")) {
            return " offers no encryption, and a password is not sent without; use smtps://, or another server";
        }
        return ": no answer; check host, port, and that it runs: " + words;
    }

    private MailException notSent(MessagingException e) {
        boolean refused = cause(e, SMTPSendFailedException.class) instanceof SMTPSendFailedException answer
                && answer.getReturnCode() >= REFUSED_FOR_NOW;
        if (transport.allSaid && !refused) {
            return new MailException(
                    server + " broke the connection after it had the whole mail: it may have been sent, or not: "
                            + said(e),
                    e,
                    true,
                    !transport.isConnected());
        }
        if (cause(e, SMTPAddressFailedException.class) instanceof SMTPAddressFailedException address) {
            return new MailException(server + " refuses the address: " + said(address), e, false, false);
        }
        if (refused || e instanceof SendFailedException && transport.isConnected()) {
            return new MailException(server + " refuses the mail: " + said(e), e, false, false);
        }
        return new MailException(server + " broke the connection before it had the mail: " + said(e), e, false, false);
    }

    private static <T extends Throwable> T cause(Throwable thrown, Class<T> kind) {
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            if (kind.isInstance(one)) {
                return kind.cast(one);
            }
            if (one instanceof MessagingException mail
                    && mail.getNextException() != null
                    && mail.getNextException() != one.getCause()) {
                T next = cause(mail.getNextException(), kind);
                if (next != null) {
                    return next;
                }
            }
        }
        return null;
    }

    private static String said(Throwable thrown) {
        return Plain.line(thrown.getMessage() == null ? thrown.toString() : thrown.getMessage());
    }

    @Override
    public void close() {
        if (transport == null) {
            return;
        }
        try {
            transport.close();
        } catch (MessagingException alreadyGone) {
            // What was sent is sent.
        }
    }

    /** Notes when the last word of a mail was said: from there on the server may have taken it. */
    private static final class Watched extends SMTPTransport {
        private boolean allSaid;

        Watched(Session session, MailServer server) {
            super(
                    session,
                    new URLName(server.tls() ? "smtps" : "smtp", server.host(), server.port(), null, null, null),
                    server.tls() ? "smtps" : "smtp",
                    server.tls());
        }

        @Override
        protected void finishData() throws IOException, MessagingException {
            allSaid = true;
            super.finishData();
        }
    }
}
