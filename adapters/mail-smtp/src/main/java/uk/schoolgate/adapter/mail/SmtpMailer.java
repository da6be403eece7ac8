package uk.schoolgate.adapter.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Mailer;
import uk.schoolgate.core.message.SendResult;

/** Sends over SMTP, one attempt a call; not again what the server has taken. */
public final class SmtpMailer implements Mailer {
    private static final String CONNECT_TIMEOUT_MS = "10000";
    private static final String READ_TIMEOUT_MS = "30000";
    private static final int PERMANENT = 500;

    private final JavaMailSenderImpl settings;
    private final MimeComposer composer;
    private final TakenMails taken;

    /**
     * @param server {@code smtp://} or {@code smtps://user:password@host:port}
     * @param from the sender's address
     * @param taken what the server has taken before
     */
    public SmtpMailer(URI server, InternetAddress from, TakenMails taken, Clock clock) {
        this.settings = settings(server);
        this.taken = taken;
        this.composer = new MimeComposer(from, clock);
    }

    private static JavaMailSenderImpl settings(URI server) {
        boolean tls = "smtps".equals(server.getScheme());
        String protocol = tls ? "smtps" : "smtp";
        JavaMailSenderImpl settings = new JavaMailSenderImpl();
        settings.setProtocol(protocol);
        settings.setHost(server.getHost());
        settings.setPort(server.getPort());
        Properties properties = settings.getJavaMailProperties();
        properties.setProperty("mail." + protocol + ".connectiontimeout", CONNECT_TIMEOUT_MS);
        properties.setProperty("mail." + protocol + ".timeout", READ_TIMEOUT_MS);
        properties.setProperty("mail." + protocol + ".writetimeout", READ_TIMEOUT_MS);
        String user = server.getUserInfo();
        if (user != null) {
            int colon = user.indexOf(':');
            settings.setUsername(colon < 0 ? user : user.substring(0, colon));
            settings.setPassword(colon < 0 ? "" : user.substring(colon + 1));
            properties.setProperty("mail." + protocol + ".auth", "true");
            // A password must not cross the network in the clear.
            properties.setProperty("mail.smtp.starttls.required", Boolean.toString(!isLoopback(server)));
        }
        properties.setProperty("mail.smtp.starttls.enable", "true");
        return settings;
    }

    private static boolean isLoopback(URI server) {
        return "localhost".equals(server.getHost()) || "127.0.0.1".equals(server.getHost());
    }

    @Override
    public SendResult deliver(Mail mail) {
        return taken.answerTo(mail).<SendResult>map(SendResult.Sent::new).orElseGet(() -> send(mail));
    }

    private SendResult send(Mail mail) {
        Session session = settings.getSession();
        try {
            Transport transport = session.getTransport(String.valueOf(settings.getProtocol()));
            try {
                String answer = send(composer.compose(mail, session), transport);
                // Before the good-bye: a kill after it would leave nobody who knows.
                taken.note(mail, answer);
                return new SendResult.Sent(answer);
            } finally {
                leave(transport);
            }
        } catch (MessagingException e) {
            return failure(e);
        }
    }

    private String send(MimeMessage message, Transport transport) throws MessagingException {
        transport.connect(settings.getHost(), settings.getPort(), settings.getUsername(), settings.getPassword());
        transport.sendMessage(message, message.getAllRecipients());
        return transport instanceof SMTPTransport smtp ? oneLine(smtp.getLastServerResponse()) : "accepted";
    }

    private static void leave(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // What was accepted stays accepted: it must not go out again because the good-bye failed.
        }
    }

    private static String oneLine(String answer) {
        return answer.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static SendResult failure(MessagingException e) {
        if (e instanceof AuthenticationFailedException) {
            return new SendResult.TryLater("the mail server refuses our user name or password", Optional.empty());
        }
        int code = codeOf(e);
        String reason = code == 0 ? e.getClass().getSimpleName() : "the mail server answered " + code;
        return code >= PERMANENT
                ? new SendResult.Unreachable(reason)
                : new SendResult.TryLater(reason, Optional.empty());
    }

    /** The server's reply code somewhere in the chain of failures; 0 where the server gave none. */
    private static int codeOf(MessagingException e) {
        Exception at = e;
        int code = 0;
        while (at instanceof MessagingException failure) {
            if (failure instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
            } else if (failure instanceof SMTPSendFailedException send && code == 0) {
                code = send.getReturnCode();
            }
            at = failure.getNextException();
        }
        return code;
    }
}
