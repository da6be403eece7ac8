package uk.schoolgate.core.message;

/** A way to send e-mail. Adapters: SMTP, and a Maildir folder for the embedded default. */
public interface Mailer {
    /**
     * Makes one attempt to hand the mail over; retrying is the outbox's business. A mail with the same
     * {@link Mail#messageId()} may be handed over again after a failure in between.
     *
     * @return what became of it; failures of the server are results, not exceptions
     */
    SendResult deliver(Mail mail);
}
