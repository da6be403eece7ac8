package uk.schoolgate.adapter.whatsapp.setup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import uk.schoolgate.adapter.whatsapp.ServedSchools.Served;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
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
     * @param form what; a key may have several values
     */
    public record Step(String text, String path, Map<String, List<String>> form) {}

    private final TwilioAccount account;
    private final TwilioApi api;
    private final BiPredicate<SchoolCode, PersonId> optedIn;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** In which group somebody is, by their address: Twilio lets them into one group of a number only. */
    private final Map<String, String> groupOf = new HashMap<>();

    /** @param optedIn whether somebody has been in touch with a school and has not stopped */
    private GroupPlan(TwilioAccount account, TwilioApi api, BiPredicate<SchoolCode, PersonId> optedIn) {
        this.account = account;
        this.api = api;
        this.optedIn = optedIn;
    }

    /**
     * Works out what there is to do for one school; changes nothing.
     *
     * @param optedIn whether somebody has been in touch with a school and has not stopped
     * @throws IllegalStateException when Twilio does not answer as it should; the message says what it answered
     */
    public static GroupPlan of(
            Served served, TwilioAccount account, TwilioApi api, BiPredicate<SchoolCode, PersonId> optedIn) {
        GroupPlan plan = new GroupPlan(account, api, optedIn);
        plan.hooks();
        List<Group> there = served.school().groups().stream()
                .filter(group -> group.platform() == Platform.WHATSAPP)
                .filter(plan::isThere)
                .toList();
        there.forEach(group -> plan.findMembers(served, group));
        there.forEach(group -> plan.members(served, group));
        return plan;
    }

    /** What there is to do, in its order. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** What cannot be done, and why; for a person. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    private void hooks() {
        Answer hooks = required(api.get(Host.CONVERSATIONS, HOOKS, Map.of()));
        String url = account.publicUrl() + TwilioAccount.CONVERSATIONS;
        Set<String> filters = new TreeSet<>();
        hooks.json().path("filters").forEach(filter -> filters.add(filter.asString("")));
        if (!hooks.text("pre_webhook_url").equals(url)
                || !hooks.text("post_webhook_url").equals(url)
                || !hooks.text("method").equals("POST")
                || !filters.containsAll(EVENTS)) {
            filters.addAll(EVENTS);
            steps.add(new Step(
                    "call the bot before and after each message",
                    HOOKS,
                    Map.of(
                            "Method",
                            List.of("POST"),
                            "PreWebhookUrl",
                            List.of(url),
                            "PostWebhookUrl",
                            List.of(url),
                            "Filters",
                            List.copyOf(filters))));
        }
    }

    private static String path(Group group) {
        return TwilioApi.conversation(group.address());
    }

    private boolean isThere(Group group) {
        Answer there = api.get(Host.CONVERSATIONS, path(group), Map.of());
        if (there.status() == 404) {
            Optional<String> made = new ConversationFinder(api).called(group.name());
            if (made.isPresent()) {
                notes.add("“" + group.name() + "” is there already: put its address " + made.get()
                        + " into school.yaml and run this again");
                return false;
            }
            steps.add(new Step(
                    "make the group “" + group.name() + "”; then put its address into school.yaml and run this again",
                    TwilioApi.CONVERSATIONS,
                    Map.of("FriendlyName", List.of(group.name()))));
            return false;
        }
        required(there);
        if (!there.text("friendly_name").equals(group.name())) {
            steps.add(new Step(
                    "name it “" + group.name() + "”", path(group), Map.of("FriendlyName", List.of(group.name()))));
        }
        return true;
    }

    /** Nobody is shown out by a machine: whoever does not belong there any more is named to a person. */
    private void strangers(Served served, Group group, List<PersonId> members) {
        List<PersonId> strangers = members.stream()
                .filter(person ->
                        !group.classes().isEmpty() && !group.reviewers().contains(person))
                .filter(person -> served.roll().contacts().stream()
                        .noneMatch(it -> it.phone().equals(person) && belongs(served, group, it)))
                .toList();
        List<String> who = new ArrayList<>(strangers.stream()
                .flatMap(person -> served.roll().nameOf(person).stream())
                .toList());
        int nameless = strangers.size() - who.size();
        if (nameless > 0) {
            who.add(nameless + " not on the roll");
        }
        if (!who.isEmpty()) {
            notes.add("in “" + group.name() + "” without a child in its classes: " + String.join(", ", who)
                    + "; see in the console whether they should be");
        }
    }

    private static boolean belongs(Served served, Group group, Contact contact) {
        return served.roll()
                .pupil(contact.pupilId())
                .filter(pupil -> group.classes().contains(pupil.schoolClass()))
                .isPresent();
    }

    private void findMembers(Served served, Group group) {
        Answer answer = required(api.get(Host.CONVERSATIONS, path(group) + "/Participants", Map.of("PageSize", "100")));
        List<PersonId> members = new ArrayList<>();
        for (JsonNode participant : answer.json().path("participants")) {
            String address =
                    participant.path("messaging_binding").path("address").asString("");
            if (!address.isEmpty()) {
                groupOf.put(address, group.name());
                members.add(Contacts.person(address));
            }
        }
        strangers(served, group, members);
    }

    private void members(Served served, Group group) {
        for (Contact contact : served.roll().contacts()) {
            if (belongs(served, group, contact) && optedIn.test(served.school().code(), contact.phone())) {
                letIn(contact, group);
            }
        }
    }

    private void letIn(Contact contact, Group group) {
        String address = TwilioAccount.address(contact.phone().value());
        String in = groupOf.get(address);
        if (group.name().equals(in)) {
            return;
        }
        if (in != null) {
            notes.add(contact.name() + " stays out of “" + group.name() + "”: they are in “" + in
                    + "”, and Twilio lets nobody into two groups of one number; a second group needs a second number");
            return;
        }
        if (Collections.frequency(groupOf.values(), group.name()) >= MOST_MEMBERS) {
            notes.add(contact.name() + " stays out of “" + group.name() + "”: it is full with " + MOST_MEMBERS
                    + " people, the most that WhatsApp allows here");
            return;
        }
        groupOf.put(address, group.name());
        steps.add(new Step(
                "let " + contact.name() + " into “" + group.name() + "”",
                path(group) + "/Participants",
                Map.of(
                        "MessagingBinding.Address",
                        List.of(address),
                        "MessagingBinding.ProxyAddress",
                        List.of(TwilioAccount.address(account.groupNumber())))));
    }

    /**
     * Does every step in its order. One that Twilio refuses for what it is about keeps nobody else from getting in.
     *
     * @param say told of each step what came of it, in a line
     * @return how many steps Twilio refused
     * @throws IllegalStateException when Twilio does not answer, or not any step; the message says what it answered
     */
    public int applyAll(Consumer<String> say) {
        int refused = 0;
        for (Step step : steps) {
            try {
                say.accept(("done: " + step.text() + " " + apply(step)).strip());
            } catch (RefusedStepException e) {
                refused++;
                say.accept("refused: " + step.text() + ": " + e.getMessage());
            }
        }
        return refused;
    }

    /**
     * Does a step.
     *
     * @return what Twilio calls the thing that was made or changed, for instance a new conversation's address
     * @throws IllegalStateException when Twilio refuses; the message says what it answered
     */
    String apply(Step step) {
        Answer answer = api.postAll(Host.CONVERSATIONS, step.path(), step.form());
        if (RefusedStepException.isOne(answer)) {
            throw new RefusedStepException(answer);
        }
        return required(answer).text("sid");
    }

    static Answer required(Answer answer) {
        if (!answer.ok()) {
            throw new IllegalStateException(answer.describe());
        }
        return answer;
    }
}
