package uk.schoolgate.app.wiring;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import uk.schoolgate.adapter.mail.MaildirMailer;
import uk.schoolgate.adapter.mail.SmtpMailer;
import uk.schoolgate.adapter.mail.TakenMails;
import uk.schoolgate.app.settings.Settings;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.message.Mailer;
import uk.schoolgate.core.message.SendResult;

/** E-mail, over SMTP or into Maildir folders. */
@Configuration(proxyBeanMethods = false)
class MailWiring {
    /** Where e-mails are kept while there is no mail server. */
    record MailFolder(Path path) {}

    /** An e-mail has left. */
    record MailSent(String to) {}

    @Bean
    MailFolder mailFolder(DataFolder data) {
        return new MailFolder(data.path().resolve("mail"));
    }

    @Bean
    Mailer mailer(Settings settings, DataFolder data, MailFolder folder, Clock clock, ApplicationEventPublisher events)
            throws AddressException {
        InternetAddress from = new InternetAddress(settings.mailFrom());
        Mailer mailer = settings.smtp()
                .<Mailer>map(smtp -> new SmtpMailer(smtp.url(), from, taken(data, clock), clock))
                .orElseGet(() -> new MaildirMailer(folder.path(), from, clock));
        return mail -> deliver(mailer, mail, events);
    }

    private static TakenMails taken(DataFolder data, Clock clock) {
        return TakenMails.open(data.path().resolve("mail-taken.txt"), clock);
    }

    private static SendResult deliver(Mailer mailer, Mail mail, ApplicationEventPublisher events) {
        SendResult result = mailer.deliver(mail);
        if (result instanceof SendResult.Sent) {
            events.publishEvent(new MailSent(mail.to()));
        }
        return result;
    }
}
