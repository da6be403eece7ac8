package uk.schoolgate.adapter.whatsapp.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.WaitingRoom;
import uk.schoolgate.adapter.whatsapp.sending.Templates.Template;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Host;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.Platform;

/** Checks every setting against the live account, and says what to mend. It changes nothing. */
public final class Doctor {
    private static final String SCHOOLS_NAME = "{{1}}";
    private static final Pattern PLACE = Pattern.compile("\\{\\{[^{}]*\\}\\}");

    private final TwilioAccount account;
    private final TwilioApi api;
    private final ServedSchools schools;

    public Doctor(TwilioAccount account, TwilioApi api, ServedSchools schools) {
        this.account = account;
        this.api = api;
        this.schools = schools;
    }

    /** What there is to say, in the order in which it is best mended. */
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        Answer own = api.get(Host.API, "/2010-04-01/Accounts/" + account.sid() + ".json", Map.of());
        if (!own.ok()) {
            findings.add(Finding.mend(
                    own.status() == 401
                            ? "Twilio does not know TWILIO_ACCOUNT_SID with TWILIO_AUTH_TOKEN: copy both from the console"
                            : own.describe() + ": check the network and TWILIO_API_BASE, then run this again"));
            return findings;
        }
        findings.add(
                own.text("status").equals("active")
                        ? Finding.fine("the account is active")
                        : Finding.mend(
                                "the account is " + own.text("status") + ": open the console and reactivate it"));
        if (own.json().has("auth_token") && !own.text("auth_token").equals(account.authToken())) {
            findings.add(Finding.mend("TWILIO_AUTH_TOKEN is not the primary one, with which Twilio signs its webhooks:"
                    + " the bot would refuse them all; copy the primary one from the console"));
        }
        findings.add(
                account.publicUrl().startsWith("https://")
                        ? Finding.fine("PUBLIC_URL is https")
                        : Finding.mend("PUBLIC_URL is not https: Twilio must reach the bot over https"));
        findings.add(
                account.groupNumber().equals(account.privateNumber())
                        ? Finding.mend("TWILIO_GROUP_NUMBER and TWILIO_PRIVATE_NUMBER are the same: a private reply"
                                + " would be sent to a whole group; get a second number")
                        : Finding.fine("the group number and the private line are two numbers"));
        findings.add(
                Finding.fine(
                        account.eraseCopies()
                                ? "what people write is erased at Twilio once the bot is done with it"
                                : "Twilio keeps what people write, until you delete it there: TWILIO_COPIES=erase has the bot do it"));
        new SenderCheck(account, api).examine(findings);
        templates(findings);
        hooks(findings);
        groups(findings);
        return findings;
    }

    private void templates(List<Finding> findings) {
        Answer answer = api.get(Host.CONTENT, "/v1/ContentAndApprovals", Map.of("PageSize", "500"));
        if (!answer.ok()) {
            findings.add(unseen("the templates", answer));
            return;
        }
        for (Template template : Template.values()) {
            JsonNode found = answer.json().path("none");
            for (JsonNode content : answer.json().path("contents")) {
                if (content.path("friendly_name").asString("").equals(template.friendlyName())) {
                    found = content;
                }
            }
            findings.add(template(template.friendlyName(), found));
        }
    }

    private static Finding template(String name, JsonNode content) {
        String status = content.isMissingNode()
                ? "missing"
                : content.path("approval_requests").path("status").asString("not submitted");
        if (!status.equals("approved")) {
            return Finding.mend("the template " + name + " is " + status
                    + ": submit the text in prompts/whatsapp under that name, category Utility");
        }
        JsonNode quickReply = content.path("types").path("twilio/quick-reply");
        if (!placesIn(quickReply.path("body").asString("")).equals(Set.of(SCHOOLS_NAME))) {
            return Finding.mend(
                    "the template " + name + " must have one place to fill in, " + SCHOOLS_NAME
                            + " for the school's name: the bot fills in nothing else; submit the text in prompts/whatsapp anew");
        }
        JsonNode buttons = quickReply.path("actions");
        return buttons.size() == 1
                        && WaitingRoom.isKnock(buttons.path(0).path("id").asString(""))
                ? Finding.fine("the template " + name + " is approved")
                : Finding.mend("the template " + name + " needs one button, a quick reply with the id "
                        + WaitingRoom.KNOCK + ": without it the bot takes the answer for a question; submit it anew");
    }

    private static Set<String> placesIn(String body) {
        return PLACE.matcher(body).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private void hooks(List<Finding> findings) {
        Answer hooks = api.get(Host.CONVERSATIONS, GroupPlan.HOOKS, Map.of());
        if (!hooks.ok()) {
            findings.add(unseen("the webhooks of Conversations", hooks));
            return;
        }
        String wanted = account.publicUrl() + TwilioAccount.CONVERSATIONS;
        Set<String> filters = new TreeSet<>();
        hooks.json().path("filters").forEach(filter -> filters.add(filter.asString("")));
        boolean fine = hooks.text("pre_webhook_url").equals(wanted)
                && hooks.text("post_webhook_url").equals(wanted)
                && hooks.text("method").equals("POST")
                && filters.containsAll(GroupPlan.EVENTS);
        findings.add(
                fine
                        ? Finding.fine("Conversations calls the bot before and after each message")
                        : Finding.mend("Conversations does not call the bot before and after each message: run"
                                + " `whatsapp groups apply --yes`"));
    }

    private static Finding unseen(String what, Answer answer) {
        return Finding.mend(what + " cannot be looked at (" + answer.describe() + "): run this again in a while");
    }

    private void groups(List<Finding> findings) {
        schools.all()
                .forEach(served -> served.school().groups().stream()
                        .filter(group -> group.platform() == Platform.WHATSAPP)
                        .forEach(group -> findings.add(group(group))));
    }

    private Finding group(Group group) {
        Answer answer = api.get(Host.CONVERSATIONS, TwilioApi.conversation(group.address()), Map.of());
        if (!answer.ok() && answer.status() != 404) {
            return unseen("the group “" + group.name() + "”", answer);
        }
        if (!answer.ok()) {
            return Finding.mend("the group “" + group.name() + "” is no conversation of this account ("
                    + answer.describe() + "): run `whatsapp groups apply --yes` and put the address that it prints into"
                    + " school.yaml");
        }
        return answer.text("state").equals("closed")
                ? Finding.mend("the group “" + group.name() + "” is closed at Twilio: make a new one")
                : Finding.fine("the group “" + group.name() + "” is there");
    }
}
