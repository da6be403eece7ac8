package uk.schoolgate.core.concern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Screening;

/**
 * Decides who hears of a concern and who may decide on it. Nobody decides on a message that they wrote, that is about
 * them, or that names their own child.
 */
public final class CircleFinder {
    private final School school;
    private final Roll roll;
    private final SamePerson samePerson;

    public CircleFinder(School school, Roll roll) {
        this.school = school;
        this.roll = roll;
        this.samePerson = new SamePerson(roll);
    }

    /**
     * The circle of a message that needs one.
     *
     * @param group where it was written; empty for the private line
     */
    public Circle circleOf(Screening screening, PersonId author, Optional<Group> group) {
        Conflicts conflicts = new Conflicts(author, meantIn(screening), screening.adults());
        Set<PersonId> contacts = new LinkedHashSet<>();
        Set<PersonId> deputies = new LinkedHashSet<>();
        boolean safeguarding = screening.has(Category.SAFEGUARDING);
        boolean allegation = screening.has(Category.STAFF_ALLEGATION);
        if (safeguarding) {
            tell(school.safeguardingLead(), school.headteacher(), conflicts, contacts, deputies);
        }
        // A threat beside a sign of harm is for the safeguarding lead to pass on; an allegation has to reach the head.
        boolean head =
                allegation || (!safeguarding && (screening.has(Category.THREAT) || screening.has(Category.HATE)));
        if (head) {
            tell(school.headteacher(), school.safeguardingLead(), conflicts, contacts, deputies);
        }
        deputies.removeAll(contacts);
        boolean hidden = safeguarding || allegation;
        return new Circle(
                List.copyOf(contacts),
                List.copyOf(deputies),
                hidden ? List.of() : reviewers(group, conflicts, contacts),
                school.everybodyAskedAbout(group)
                        .filter(person -> !conflicts.mayDecide(person))
                        .toList());
    }

    /**
     * The circle of what a message was changed into, after a concern about it that is for its contacts alone: once it is
     * out of the class reps' sight it stays there, whatever it says now.
     */
    public Circle amongStaff(Circle circle) {
        return circle.withReviewers(circle.reviewers().stream()
                .filter(person -> roll.staffMember(person).isPresent())
                .toList());
    }

    private static Set<String> meantIn(Screening screening) {
        return screening.findings().stream()
                .map(Finding::people)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
    }

    /**
     * Tells the person of that office; where they are the author or meant, the chair of governors, then the other one, and
     * then the deputies in the same order.
     */
    private void tell(
            PersonId first, PersonId last, Conflicts conflicts, Set<PersonId> contacts, Set<PersonId> deputies) {
        List<PersonId> offices = Stream.of(Stream.of(first), school.chairOfGovernors().stream(), Stream.of(last))
                .flatMap(stream -> stream)
                .toList();
        Stream<PersonId> deputised = offices.stream().map(this::deputyOf).flatMap(Optional::stream);
        Stream.concat(offices.stream(), deputised)
                .filter(conflicts::isFree)
                .findFirst()
                .ifPresent(contact -> {
                    contacts.add(contact);
                    deputyOf(contact).filter(conflicts::isFree).ifPresent(deputies::add);
                });
    }

    private Optional<PersonId> deputyOf(PersonId contact) {
        if (contact.equals(school.safeguardingLead())) {
            return school.deputies().safeguardingLead();
        }
        if (contact.equals(school.headteacher())) {
            return school.deputies().headteacher();
        }
        return school.chairOfGovernors().filter(contact::equals).isPresent()
                ? school.deputies().chairOfGovernors()
                : Optional.empty();
    }

    private List<PersonId> reviewers(Optional<Group> group, Conflicts conflicts, Set<PersonId> contacts) {
        List<PersonId> willing = new ArrayList<>(group.map(Group::reviewers).orElse(List.of()));
        willing.add(school.headteacher());
        school.chairOfGovernors().ifPresent(willing::add);
        List<PersonId> free =
                willing.stream().distinct().filter(conflicts::mayDecide).toList();
        List<PersonId> others =
                free.stream().filter(person -> !contacts.contains(person)).toList();
        return others.isEmpty() ? free : others;
    }

    /** Who must keep out of one message. */
    private final class Conflicts {
        private final Set<PersonId> author;
        private final Set<String> meant;
        private final Set<PersonId> named;

        Conflicts(PersonId author, Set<String> meant, Set<PersonId> named) {
            this.author = samePerson.idsOf(author);
            this.meant = meant;
            this.named = named;
        }

        boolean isFree(PersonId person) {
            return samePerson.idsOf(person).stream().noneMatch(id -> author.contains(id) || meant.contains(id.value()));
        }

        boolean mayDecide(PersonId person) {
            return isFree(person)
                    && samePerson.idsOf(person).stream().noneMatch(named::contains)
                    && samePerson.idsOf(person).stream()
                            .map(roll::childrenOf)
                            .flatMap(Collection::stream)
                            .noneMatch(meant::contains);
        }
    }
}
