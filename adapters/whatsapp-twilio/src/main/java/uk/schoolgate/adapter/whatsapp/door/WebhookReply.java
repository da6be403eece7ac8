package uk.schoolgate.adapter.whatsapp.door;

/**
 * What we answer.
 *
 * @param status HTTP status
 * @param contentType of the body; empty where there is none
 * @param body what Twilio reads
 */
public record WebhookReply(int status, String contentType, String body) {
    static final WebhookReply NOTHING_TO_SAY = of(204);
    static final WebhookReply PUBLISH = json("{}");
    static final WebhookReply BAD_FORM = of(400);
    static final WebhookReply NOT_TWILIO = of(403);
    static final WebhookReply NO_SUCH_WEBHOOK = of(404);
    static final WebhookReply TOO_LONG = of(413);
    static final WebhookReply NOT_A_FORM = of(415);
    static final WebhookReply NOT_PASSED_ON = of(422);
    static final WebhookReply TRY_AGAIN = of(503);

    private static WebhookReply of(int status) {
        return new WebhookReply(status, "", "");
    }

    static WebhookReply json(String body) {
        return new WebhookReply(200, "application/json", body);
    }

    /** An answer in the same chat, which needs no message of ours: for those who get none. */
    static WebhookReply say(String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return new WebhookReply(
                200,
                "text/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Message>" + escaped + "</Message></Response>");
    }
}
