package uk.schoolgate.app.school;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.School;

/** Checks that the parts of a folder fit together. */
final class FolderChecks {
    private static final String YAML = SchoolYamlReader.FILE;

    private final School school;
    private final Roll roll;
    private final Problems problems;

    FolderChecks(School school, Roll roll, Problems problems) {
        this.school = school;
        this.roll = roll;
        this.problems = problems;
    }

    void run() {
        if (school.office().phone().isEmpty() && school.office().email().isEmpty()) {
            problems.add(Problem.warning(YAML, "gives no office phone or e-mail: answers cannot say where to ask"));
        }
        if (school.groups().isEmpty()) {
            problems.add(Problem.warning(YAML, "lists no groups: nothing is screened"));
        }
        if (!roll.staff().isEmpty()) {
            contact("headteacher", school.headteacher());
            contact("safeguarding-lead", school.safeguardingLead());
            school.chairOfGovernors()
                    .ifPresentOrElse(
                            chair -> contact("chair-of-governors", chair),
                            () -> problems.add(Problem.warning(
                                    YAML,
                                    "names no chair-of-governors: an allegation about the headteacher goes to the"
                                            + " safeguarding lead instead")));
            deputy("headteacher", school.deputies().headteacher());
            deputy("safeguarding-lead", school.deputies().safeguardingLead());
            if (school.chairOfGovernors().isPresent()) {
                deputy("chair-of-governors", school.deputies().chairOfGovernors());
            }
        }
        standIn();
        school.groups().forEach(this::group);
        TermChecks.run(school.terms(), problems);
    }

    /** Urgent signs go to these people: a wrong id would lose them. */
    private void contact(String key, PersonId id) {
        Optional<StaffMember> member = roll.staffMember(id);
        if (member.isEmpty()) {
            problems.add(Problem.error(YAML, key + " is " + id.value() + ", who is not in roll/staff.csv"));
        } else if (member.get().email().isEmpty()) {
            problems.add(Problem.warning(
                    "roll/staff.csv",
                    key + " (" + id.value() + ") has no e-mail: urgent signs reach them in Teams alone"));
        }
    }

    /** Something urgent that one person wrote, or that is about them, needs a second one to go to. */
    private void standIn() {
        boolean alone = school.headteacher().equals(school.safeguardingLead())
                && school.chairOfGovernors().isEmpty()
                && school.deputies().headteacher().isEmpty()
                && school.deputies().safeguardingLead().isEmpty();
        if (alone) {
            problems.add(Problem.warning(
                    YAML,
                    "names one person alone for everything urgent: what they write or what is about them reaches nobody"
                            + " at school; name a chair-of-governors or deputies"));
        }
    }

    private void deputy(String key, Optional<PersonId> deputy) {
        deputy.ifPresentOrElse(
                id -> contact("deputies: " + key, id),
                () -> problems.add(Problem.warning(
                        YAML,
                        "deputies: names none for " + key + ": when they don't answer, nobody else hears of something"
                                + " urgent")));
    }

    /** Whoever wrote a message or is meant by it does not decide on it, nor does the first one after an objection. */
    private void fallback(Group group) {
        boolean teams = school.groups().stream().anyMatch(it -> it.platform() == Platform.TEAMS);
        long inChat = group.reviewers().stream().filter(PersonId::isPhone).count();
        if (!teams && inChat < 2) {
            problems.add(Problem.warning(
                    YAML,
                    "the group \"" + group.name() + "\" has " + (inChat == 0 ? "no" : "only one") + " reviewer with a"
                            + " phone, and no group is in Teams: the headteacher and the chair, who are asked next, get"
                            + " an e-mail without buttons; name a second reviewer by phone"));
        }
    }

    private void group(Group group) {
        fallback(group);
        if (group.reviewers().isEmpty()) {
            problems.add(Problem.warning(
                    YAML, "the group \"" + group.name() + "\" has no reviewers: the headteacher is asked instead"));
        }
        for (PersonId reviewer : group.reviewers()) {
            boolean known = reviewer.isPhone() || roll.staffMember(reviewer).isPresent();
            if (!known && !roll.staff().isEmpty()) {
                problems.add(Problem.error(
                        YAML,
                        "the group \"" + group.name() + "\" has the reviewer " + reviewer.value()
                                + ", who is not in roll/staff.csv"));
            }
        }
        Set<String> classes = roll.pupils().stream().map(Pupil::schoolClass).collect(Collectors.toSet());
        for (String schoolClass : group.classes()) {
            if (roll.hasPupils() && !classes.contains(schoolClass)) {
                problems.add(Problem.error(
                        YAML,
                        "the group \"" + group.name() + "\" has the class " + schoolClass
                                + ", which no pupil in roll/pupils.csv is in"));
            }
        }
    }
}
