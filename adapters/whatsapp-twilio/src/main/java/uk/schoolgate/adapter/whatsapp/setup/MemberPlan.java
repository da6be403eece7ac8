package uk.schoolgate.adapter.whatsapp.setup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import uk.schoolgate.adapter.whatsapp.ServedSchools.Served;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.people.Contacts.Standing;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Host;
import uk.schoolgate.adapter.whatsapp.setup.GroupPlan.Step;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/**
 * Who is to be let into the hosted groups of one school, and who is not, and why. Families of a group's classes come
 * first, in every group: a reviewer may be one of several groups, and Twilio lets them into one.
 */
final class MemberPlan {
    /** The most people that a conversation on WhatsApp holds. */
    private static final int MOST_MEMBERS = 50;

    private final Served served;
    private final TwilioAccount account;
    private final TwilioApi api;
    private final BiFunction<SchoolCode, PersonId, Optional<Standing>> standings;
    private final List<Step> steps = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /** In which group somebody is, by their address: Twilio lets them into one group of a number only. */
    private final Map<String, String> groupOf = new HashMap<>();

    MemberPlan(
            Served served,
            TwilioAccount account,
            TwilioApi api,
            BiFunction<SchoolCode, PersonId, Optional<Standing>> standings) {
        this.served = served;
        this.account = account;
        this.api = api;
        this.standings = standings;
    }

    /** Looks at groups that are there. */
    void of(List<Group> groups) {
        groups.forEach(this::findMembers);
        groups.forEach(group -> letIn(family(group), group));
        groups.forEach(group -> letIn(reviewersBesideFamily(group), group));
        groups.forEach(this::sayWhoStaysOut);
    }

    List<Step> steps() {
        return List.copyOf(steps);
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    private void findMembers(Group group) {
        Answer answer = GroupPlan.required(
                api.get(Host.CONVERSATIONS, GroupPlan.path(group) + "/Participants", Map.of("PageSize", "100")));
        List<PersonId> members = new ArrayList<>();
        for (JsonNode participant : answer.json().path("participants")) {
            String address =
                    participant.path("messaging_binding").path("address").asString("");
            if (!address.isEmpty()) {
                groupOf.put(address, group.name());
                members.add(Contacts.person(address));
            }
        }
        strangers(group, members);
        stopped(group, members);
    }

    /** Nobody is shown out by a machine: whoever does not belong there any more is named to a person. */
    private void strangers(Group group, List<PersonId> members) {
        Set<PersonId> family = family(group);
        List<PersonId> strangers = members.stream()
                .filter(person ->
                        !group.classes().isEmpty() && !group.reviewers().contains(person))
                .filter(person -> !family.contains(person))
                .toList();
        if (!strangers.isEmpty()) {
            notes.add("in “" + group.name() + "” without a child in its classes: " + named(strangers)
                    + "; see in the console whether they should be");
        }
    }

    /** STOP ends what the bot says to somebody alone; whether they want to leave the group too, a person asks them. */
    private void stopped(Group group, List<PersonId> members) {
        List<PersonId> stopped = members.stream()
                .filter(person ->
                        standing(person).filter(it -> it == Standing.STOPPED).isPresent())
                .toList();
        if (!stopped.isEmpty()) {
            notes.add("in “" + group.name() + "” though they have sent STOP: " + named(stopped)
                    + "; ask whether they want to leave it, and take them out in the console if so");
        }
    }

    /** People by their names, and how many have none. */
    private String named(Collection<PersonId> people) {
        List<String> names = new ArrayList<>(people.stream()
                .flatMap(person -> served.roll().nameOf(person).stream())
                .toList());
        int nameless = people.size() - names.size();
        if (nameless > 0) {
            names.add(nameless + " not on the roll");
        }
        return String.join(", ", names);
    }

    private Set<PersonId> family(Group group) {
        Set<PersonId> family = new LinkedHashSet<>();
        for (Contact contact : served.roll().contacts()) {
            if (served.roll()
                    .pupil(contact.pupilId())
                    .filter(pupil -> group.classes().contains(pupil.schoolClass()))
                    .isPresent()) {
                family.add(contact.phone());
            }
        }
        return family;
    }

    /** Staff decide in Teams, and have no number here. */
    private Set<PersonId> reviewersBesideFamily(Group group) {
        Set<PersonId> reviewers = new LinkedHashSet<>(group.reviewers());
        reviewers.removeIf(person -> !person.isPhone());
        reviewers.removeAll(family(group));
        return reviewers;
    }

    private Optional<Standing> standing(PersonId person) {
        return standings.apply(served.school().code(), person);
    }

    private void letIn(Set<PersonId> people, Group group) {
        people.stream()
                .filter(person ->
                        standing(person).filter(it -> it == Standing.WELCOME).isPresent())
                .forEach(person -> letIn(person, group));
    }

    private void letIn(PersonId person, Group group) {
        String address = TwilioAccount.address(person.value());
        String name = served.roll().nameOf(person).orElse("a reviewer who is not on the roll");
        String in = groupOf.get(address);
        if (group.name().equals(in)) {
            return;
        }
        if (in != null) {
            notes.add(name + " stays out of “" + group.name() + "”: they are in “" + in
                    + "”, and Twilio lets nobody into two groups of one number; a second group needs a second number");
            return;
        }
        if (Collections.frequency(groupOf.values(), group.name()) >= MOST_MEMBERS) {
            notes.add(name + " stays out of “" + group.name() + "”: it is full with " + MOST_MEMBERS
                    + " people, the most that WhatsApp allows here");
            return;
        }
        groupOf.put(address, group.name());
        steps.add(new Step(
                "let " + name + " into “" + group.name() + "”",
                GroupPlan.path(group) + "/Participants",
                Map.of(
                        "MessagingBinding.Address",
                        List.of(address),
                        "MessagingBinding.ProxyAddress",
                        List.of(TwilioAccount.address(account.groupNumber())))));
    }

    private void sayWhoStaysOut(Group group) {
        if (group.classes().isEmpty()) {
            notes.add("“" + group.name() + "” has no classes in school.yaml, which say whose families it is for:"
                    + " none but its reviewers are let in here; let the others in in the console");
        }
        Map<Standing, List<PersonId>> out = new EnumMap<>(Standing.class);
        Set<PersonId> wanted = family(group);
        wanted.addAll(reviewersBesideFamily(group));
        wanted.removeIf(person -> groupOf.containsKey(TwilioAccount.address(person.value())));
        wanted.forEach(person -> standing(person)
                .ifPresent(
                        it -> out.computeIfAbsent(it, key -> new ArrayList<>()).add(person)));
        out.forEach((standing, people) -> why(standing)
                .ifPresent(why -> notes.add("not in “" + group.name() + "”, " + why + ": " + named(people))));
    }

    private static Optional<String> why(Standing standing) {
        return switch (standing) {
            // Whom only a full group keeps out is named with it.
            case WELCOME -> Optional.empty();
            case NEVER_IN_TOUCH -> Optional.of("since they have not written to the private line yet");
            case STOPPED -> Optional.of("since they have sent STOP");
            case UNREACHABLE -> Optional.of("since WhatsApp could not reach them this week");
        };
    }
}
