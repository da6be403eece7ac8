package uk.schoolgate.app.playground;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.app.playground.Cast.Box;
import uk.schoolgate.app.playground.Cast.Place;
import uk.schoolgate.app.playground.Cast.Player;
import uk.schoolgate.app.playground.Cast.Step;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.Conversation.PrivateChat;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/** Chooses, from a school's folder, who can be played and what is posted first. */
final class CastMaker {
    private static final int PARENTS_OF_A_GROUP = 6;
    private static final String NO_ROLL_AUTHOR = "+447700900100";

    private final School school;
    private final Roll roll;
    private final boolean mustSayHello;
    private final Wording wording;

    /** @param mustSayHello whether a reviewer hears of nothing before they have written to the private line */
    CastMaker(School school, Roll roll, boolean mustSayHello, Wording wording) {
        this.school = school;
        this.roll = roll;
        this.mustSayHello = mustSayHello;
        this.wording = wording;
    }

    Cast make() {
        List<Place> places = school.groups().stream().map(this::place).toList();
        Set<String> ids = new LinkedHashSet<>();
        places.forEach(place -> ids.addAll(place.members()));
        List<Player> people = ids.stream().map(PersonId::new).map(this::player).toList();
        return new Cast(school.code().value(), school.name(), places, people, mailboxes(), steps());
    }

    private Place place(Group group) {
        List<String> members = group.platform() == Platform.TEAMS
                ? roll.staff().stream().map(member -> member.id().value()).toList()
                : parents(group);
        String conversation = new GroupChat(group.platform(), group.address()).key();
        return new Place(group.name(), group.platform().key(), group.address(), conversation, members);
    }

    private List<String> parents(Group group) {
        Set<String> parents = new LinkedHashSet<>();
        group.reviewers().stream()
                .filter(PersonId::isPhone)
                .map(PersonId::value)
                .forEach(parents::add);
        for (Contact contact : roll.contacts()) {
            boolean inGroup = group.classes().isEmpty()
                    || roll.pupil(contact.pupilId())
                            .filter(pupil -> group.classes().contains(pupil.schoolClass()))
                            .isPresent();
            if (inGroup && parents.size() < PARENTS_OF_A_GROUP) {
                parents.add(contact.phone().value());
            }
        }
        if (parents.isEmpty()) {
            parents.add(NO_ROLL_AUTHOR);
        }
        return List.copyOf(parents);
    }

    private Player player(PersonId id) {
        Platform platform = id.isPhone() ? Platform.WHATSAPP : Platform.TEAMS;
        return new Player(
                id.value(),
                roll.nameOf(id).orElseGet(() -> wording.say(Phrase.PLAYGROUND_SOMEBODY)),
                role(id),
                platform.key(),
                new PrivateChat(platform, id).key());
    }

    private String role(PersonId id) {
        Optional<String> staffRole = roll.staffMember(id).map(StaffMember::role);
        if (staffRole.isPresent()) {
            return staffRole.get();
        }
        boolean reviews =
                school.groups().stream().anyMatch(group -> group.reviewers().contains(id));
        return wording.say(reviews ? Phrase.PLAYGROUND_CLASS_REP : Phrase.PLAYGROUND_PARENT);
    }

    private List<Box> mailboxes() {
        List<Box> boxes = new ArrayList<>();
        boxes.add(new Box(school.complaintsInbox(), wording.say(Phrase.PLAYGROUND_BOX_COMPLAINTS)));
        mailbox(school.safeguardingLead(), Phrase.PLAYGROUND_BOX_SAFEGUARDING, boxes);
        mailbox(school.headteacher(), Phrase.PLAYGROUND_BOX_HEADTEACHER, boxes);
        school.chairOfGovernors().ifPresent(chair -> mailbox(chair, Phrase.PLAYGROUND_BOX_CHAIR, boxes));
        return boxes;
    }

    private void mailbox(PersonId person, Phrase label, List<Box> boxes) {
        roll.staffMember(person)
                .flatMap(StaffMember::email)
                .ifPresent(email -> boxes.add(new Box(email, wording.say(label))));
    }

    /** Three messages that show the whole, where the roll has the people for them. */
    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Group group : school.groups()) {
            if (steps.isEmpty() && group.platform() == Platform.WHATSAPP) {
                author(group).ifPresent(author -> {
                    String rep = group.reviewers().isEmpty()
                            ? ""
                            : group.reviewers().getFirst().value();
                    if (mustSayHello && !rep.isEmpty()) {
                        steps.add(hello(rep));
                    }
                    childOf(group, author)
                            .ifPresent(child -> steps.add(step(
                                    Phrase.PLAYGROUND_STEP_CHILD_TITLE,
                                    Phrase.PLAYGROUND_STEP_CHILD_WHAT,
                                    Phrase.PLAYGROUND_STEP_CHILD_TEXT,
                                    child.preferredName().orElse(child.forename()),
                                    author,
                                    group,
                                    rep)));
                    teacherOf(group)
                            .ifPresent(teacher -> steps.add(step(
                                    Phrase.PLAYGROUND_STEP_STAFF_TITLE,
                                    Phrase.PLAYGROUND_STEP_STAFF_WHAT,
                                    Phrase.PLAYGROUND_STEP_STAFF_TEXT,
                                    teacher.formalName(),
                                    author,
                                    group,
                                    rep)));
                    steps.add(step(
                            Phrase.PLAYGROUND_STEP_QUESTION_TITLE,
                            Phrase.PLAYGROUND_STEP_QUESTION_WHAT,
                            Phrase.PLAYGROUND_STEP_QUESTION_TEXT,
                            "",
                            author,
                            group,
                            ""));
                });
            }
        }
        return steps;
    }

    private Step hello(String rep) {
        return new Step(
                wording.say(Phrase.PLAYGROUND_STEP_HELLO_TITLE),
                wording.say(Phrase.PLAYGROUND_STEP_HELLO_WHAT),
                rep,
                "",
                "Hello " + school.code().value(),
                "");
    }

    private Step step(Phrase title, Phrase what, Phrase text, String name, PersonId author, Group group, String then) {
        return new Step(
                wording.say(title),
                wording.say(what),
                author.value(),
                group.address(),
                wording.say(text, "name", name),
                then);
    }

    private Optional<PersonId> author(Group group) {
        return parents(group).stream()
                .map(PersonId::new)
                .filter(parent -> !group.reviewers().contains(parent))
                .findFirst();
    }

    /** A child of the group's classes who is neither the author's nor a reviewer's. */
    private Optional<Pupil> childOf(Group group, PersonId author) {
        return roll.pupils().stream()
                .filter(pupil -> group.classes().contains(pupil.schoolClass()))
                .filter(pupil -> !roll.childrenOf(author).contains(pupil.id()))
                .filter(pupil -> group.reviewers().stream()
                        .noneMatch(reviewer -> roll.childrenOf(reviewer).contains(pupil.id())))
                .findFirst();
    }

    private Optional<StaffMember> teacherOf(Group group) {
        return roll.staff().stream()
                .filter(member -> !member.title().isEmpty())
                .filter(member ->
                        group.classes().stream().anyMatch(name -> member.role().contains(name)))
                .findFirst();
    }
}
