package uk.schoolgate.adapter.whatsapp.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import uk.schoolgate.adapter.whatsapp.ServedSchools.Served;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.Contacts.Standing;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Host;
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
    private final List<Step> steps = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private GroupPlan(TwilioAccount account, TwilioApi api) {
        this.account = account;
        this.api = api;
    }

    /**
     * Works out what there is to do for one school; changes nothing.
     *
     * @param standings whether somebody has been in touch with a school and has not stopped; empty where that is unknown
     * @throws IllegalStateException when Twilio does not answer as it should; the message says what it answered
     */
    public static GroupPlan of(
            Served served,
            TwilioAccount account,
            TwilioApi api,
            BiFunction<SchoolCode, PersonId, Optional<Standing>> standings) {
        GroupPlan plan = new GroupPlan(account, api);
        plan.hooks();
        List<Group> there = served.school().groups().stream()
                .filter(group -> group.platform() == Platform.WHATSAPP)
                .filter(plan::isThere)
                .toList();
        MemberPlan members = new MemberPlan(served, account, api, standings);
        members.of(there);
        plan.steps.addAll(members.steps());
        plan.notes.addAll(members.notes());
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

    static String path(Group group) {
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
