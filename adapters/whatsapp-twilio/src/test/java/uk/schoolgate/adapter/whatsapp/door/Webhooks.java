package uk.schoolgate.adapter.whatsapp.door;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import uk.schoolgate.adapter.whatsapp.Languages;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.core.wording.Wording;

/** Twilio's side: signed webhooks as it would send them. */
public final class Webhooks {
    public static final String PUBLIC_URL = "https://bot.test.example";
    public static final String SID = "AC00000000000000000000000000000001";
    public static final String GROUP_NUMBER = "+441632960001";
    public static final String PRIVATE_NUMBER = "+441632960002";
    public static final String TOKEN = "0123456789abcdef";
    static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

    /** Nobody has chosen another language. */
    public static final Languages ENGLISH = (school, person) -> Wording.english();

    private Webhooks() {}

    public static TwilioAccount account() {
        return account(Optional.empty(), true);
    }

    public static TwilioAccount account(Optional<java.net.URI> apiBase, boolean passWhenLate) {
        return account(apiBase, passWhenLate, false);
    }

    /** The account where its copies of what people write are erased. */
    public static TwilioAccount erasing(Optional<java.net.URI> apiBase) {
        return account(apiBase, true, true);
    }

    private static TwilioAccount account(Optional<java.net.URI> apiBase, boolean passWhenLate, boolean eraseCopies) {
        return new TwilioAccount(
                SID, TOKEN, GROUP_NUMBER, PRIVATE_NUMBER, PUBLIC_URL, apiBase, passWhenLate, eraseCopies);
    }

    /** Pairs in their order, with our account. */
    public static Map<String, String> form(String... pairs) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("AccountSid", SID);
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        return form;
    }

    /** A message to the private line. */
    public static Map<String, String> message(String sid, String from, String body, String... more) {
        Map<String, String> form = form(
                "MessageSid",
                sid,
                "From",
                "whatsapp:" + from,
                "To",
                "whatsapp:" + PRIVATE_NUMBER,
                "Body",
                body,
                "NumMedia",
                "0",
                "ProfileName",
                "Dan");
        form.putAll(form(more));
        return form;
    }

    /** A message in a hosted group. */
    public static Map<String, String> post(String event, String group, String author, String body, String... more) {
        Map<String, String> form = form(
                "EventType",
                event,
                "ConversationSid",
                group,
                "Author",
                "whatsapp:" + author,
                "Body",
                body,
                "Source",
                "WHATSAPP");
        form.putAll(form(more));
        return form;
    }

    public static byte[] encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(pair -> URLEncoder.encode(pair.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(pair.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    public static WebhookRequest signed(String rawUri, Map<String, String> form) {
        byte[] body = encode(form);
        String signature = new Signature(TOKEN, PUBLIC_URL)
                .of(PUBLIC_URL + rawUri, FormBody.parse(body).orElseThrow());
        return new WebhookRequest(rawUri, signature, FORM, body);
    }
}
