package uk.schoolgate.adapter.whatsapp.setup;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Host;

/** Whether both numbers are WhatsApp senders of the account, and the private line's messages come to the bot. */
final class SenderCheck {
    private static final String SENDERS = "/v2/Channels/Senders";
    private static final String ONLINE = "ONLINE";

    private final TwilioAccount account;
    private final TwilioApi api;

    SenderCheck(TwilioAccount account, TwilioApi api) {
        this.account = account;
        this.api = api;
    }

    void examine(List<Finding> findings) {
        Answer answer = api.get(Host.MESSAGING, SENDERS, Map.of("Channel", "whatsapp", "PageSize", "100"));
        if (!answer.ok()) {
            findings.add(Finding.mend("the account's WhatsApp senders cannot be looked at (" + answer.describe()
                    + "): see in the console that both numbers are online, and that the private line calls "
                    + messages()));
            return;
        }
        findings.add(sender(answer, "TWILIO_GROUP_NUMBER", account.groupNumber()));
        findings.add(sender(answer, "TWILIO_PRIVATE_NUMBER", account.privateNumber()));
        JsonNode line = find(answer, account.privateNumber());
        if (!line.isMissingNode()) {
            findings.add(webhook(line.path("webhook")));
        }
    }

    private String messages() {
        return account.publicUrl() + TwilioAccount.MESSAGES;
    }

    private static Finding sender(Answer answer, String setting, String number) {
        JsonNode sender = find(answer, number);
        if (sender.isMissingNode()) {
            return Finding.mend(setting + " is no WhatsApp sender of this account: register it in the console under"
                    + " Messaging, Senders, or set the right number");
        }
        String status = sender.path("status").asString("");
        // Such as "ONLINE:UPDATING".
        return status.startsWith(ONLINE)
                ? Finding.fine(setting + " is a WhatsApp sender, and online")
                : Finding.mend(setting + " is a WhatsApp sender, but " + status + ": see in the console why");
    }

    private Finding webhook(JsonNode webhook) {
        boolean fine = webhook.path("callback_url").asString("").equals(messages())
                && webhook.path("callback_method").asString("POST").equals("POST");
        if (!fine) {
            return Finding.mend(
                    "what comes to the private line does not come to the bot: in the sender's settings give "
                            + messages() + ", POST, as the webhook for incoming messages");
        }
        return webhook.path("fallback_url").asString("").equals(messages())
                ? Finding.fine("what comes to the private line comes to the bot")
                : Finding.mend("a message to the private line is lost while the bot's store is down: in the sender's"
                        + " settings give " + messages() + ", POST, as the fallback URL too");
    }

    private static JsonNode find(Answer answer, String number) {
        for (JsonNode sender : answer.json().path("senders")) {
            if (sender.path("sender_id").asString("").equals(TwilioAccount.address(number))) {
                return sender;
            }
        }
        return answer.json().path("senders").path(-1);
    }
}
