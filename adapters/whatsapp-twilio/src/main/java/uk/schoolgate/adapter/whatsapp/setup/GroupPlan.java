package uk.schoolgate.adapter.whatsapp.setup;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import tools.jackson.databind.JsonNode;
import uk.schoolgate.adapter.whatsapp.ServedSchools.Served;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Host;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;

/**
 * Brings the hosted groups at Twilio in line with {@code school.yaml}: first what there is to do, then, when told to, the
 * doing. Applying it again changes nothing. Nobody joins a group who has not been in touch with the private line.
 */
public final class GroupPlan {
    static final String HOOKS = "/v1/Configuration/Webhooks";
    static final Set<String> EVENTS = Set.of("onMessageAdd", "onMessageAdded");

    /** The most people that a conversation on WhatsApp holds. */
    private static final int MOST_MEMBERS = 50;

    /**
     * Something to do.
     *
     * @param text for a person; without numbers
     * @param path where
     * @param form what
     */
    public record Step(String text, String path, Map<String, String> form) {}

    private final TwilioAccount account;
    private final TwilioApi api;
    private final BiPredicate<SchoolCode, PersonId> optedIn;

    /** @param optedIn whether somebody has been in touch with a school and has not stopped */
    public GroupPlan(TwilioAccount account, TwilioApi api, BiPredicate<SchoolCode, PersonId> optedIn) {
        this.account = account;
        this.api = api;
        this.optedIn = optedIn;
    }

    /**
     * What there is to do for one school.
     *
     * @throws IllegalStateException when Twilio does not answer as it should; the message says what it answered
     */
    public List<Step> steps(Served served) {
        List<Step> steps = new ArrayList<>();
        hooks(steps);
        for (Group group : served.school().groups()) {
            if (group.platform() == Platform.WHATSAPP) {
                group(served, group, steps);
            }
        }
        return steps;
    }

    private void hooks(List<Step> steps) {
        Answer hooks = required(api.get(Host.CONVERSATIONS, HOOKS, Map.of()));
        String url = account.publicUrl() + TwilioAccount.CONVERSATIONS;
        Set<String> filters = new TreeSet<>();
        hooks.json().path("filters").forEach(filter -> filters.add(filter.asString("")));
        if (!hooks.text("pre_webhook_url").equals(url)
                || !hooks.text("post_webhook_url").equals(url)
                || !filters.containsAll(EVENTS)) {
            steps.add(new Step(
                    "call the bot before and after each message",
                    HOOKS,
                    Map.of(
                            "Method",
                            "POST",
                            "PreWebhookUrl",
                            url,
                            "PostWebhookUrl",
                            url,
                            "Filters",
                            String.join(",", new TreeSet<>(EVENTS)))));
        }
    }

    private void group(Served served, Group group, List<Step> steps) {
        String path = "/v1/Conversations/" + group.address();
        Answer there = api.get(Host.CONVERSATIONS, path, Map.of());
        if (there.status() == 404) {
            steps.add(new Step(
                    "make the group “" + group.name() + "”; then put its address into school.yaml and run this again",
                    "/v1/Conversations",
                    Map.of("FriendlyName", group.name())));
            return;
        }
        required(there);
        if (!there.text("friendly_name").equals(group.name())) {
            steps.add(new Step("name it “" + group.name() + "”", path, Map.of("FriendlyName", group.name())));
        }
        members(served, group, path, steps);
    }

    private void members(Served served, Group group, String path, List<Step> steps) {
        Answer answer = required(api.get(Host.CONVERSATIONS, path + "/Participants", Map.of("PageSize", "100")));
        Set<String> there = new HashSet<>();
        for (JsonNode participant : answer.json().path("participants")) {
            there.add(participant.path("messaging_binding").path("address").asString(""));
        }
        int room = MOST_MEMBERS - there.size();
        for (Contact contact : served.roll().contacts()) {
            boolean belongs = served.roll()
                    .pupil(contact.pupilId())
                    .filter(pupil -> group.classes().contains(pupil.schoolClass()))
                    .isPresent();
            String address = TwilioAccount.address(contact.phone().value());
            if (belongs && room > 0 && optedIn.test(served.school().code(), contact.phone()) && there.add(address)) {
                room--;
                steps.add(new Step(
                        "let " + contact.name() + " into “" + group.name() + "”",
                        path + "/Participants",
                        Map.of(
                                "MessagingBinding.Address",
                                address,
                                "MessagingBinding.ProxyAddress",
                                TwilioAccount.address(account.groupNumber()))));
            }
        }
    }

    /**
     * Does a step.
     *
     * @return what Twilio calls the thing that was made or changed, for instance a new conversation's address
     * @throws IllegalStateException when Twilio refuses; the message says what it answered
     */
    public String apply(Step step) {
        return required(api.post(Host.CONVERSATIONS, step.path(), step.form())).text("sid");
    }

    private static Answer required(Answer answer) {
        if (!answer.ok()) {
            throw new IllegalStateException(answer.describe());
        }
        return answer;
    }
}
