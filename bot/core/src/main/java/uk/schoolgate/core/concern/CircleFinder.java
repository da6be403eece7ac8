package uk.schoolgate.core.concern;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.schoolgate.core.concern.Concern.Circle;
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

    public CircleFinder(School school, Roll roll) {
        this.school = school;
        this.roll = roll;
    }

    /**
     * The circle of a message that needs one.
     *
     * @param group where it was written; empty for the private line
     */
    public Circle circleOf(Screening screening, PersonId author, Optional<Group> group) {
        Set<String> meant = screening.findings().stream()
                .map(Finding::people)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        List<PersonId> contacts = contacts(screening, author, meant);
        boolean hiddenFromReviewers = screening.has(Category.SAFEGUARDING) || screening.has(Category.STAFF_ALLEGATION);
        return new Circle(contacts, hiddenFromReviewers ? List.of() : reviewers(group, author, meant));
    }

    private List<PersonId> contacts(Screening screening, PersonId author, Set<String> meant) {
        Set<PersonId> contacts = new LinkedHashSet<>();
        if (screening.has(Category.SAFEGUARDING)) {
            first(author, meant, Stream.of(school.safeguardingLead(), school.headteacher()))
                    .ifPresent(contacts::add);
        }
        if (screening.has(Category.STAFF_ALLEGATION)
                || screening.has(Category.THREAT)
                || screening.has(Category.HATE)) {
            first(author, meant, Stream.of(school.headteacher())).ifPresent(contacts::add);
        }
        return List.copyOf(contacts);
    }

    /** The first who is neither the author nor meant by the message; the chair of governors stands behind them all. */
    private Optional<PersonId> first(PersonId author, Set<String> meant, Stream<PersonId> candidates) {
        return Stream.concat(candidates, school.chairOfGovernors().stream())
                .filter(person -> !person.equals(author) && !meant.contains(person.value()))
                .findFirst();
    }

    private List<PersonId> reviewers(Optional<Group> group, PersonId author, Set<String> meant) {
        List<PersonId> willing = new ArrayList<>(group.map(Group::reviewers).orElse(List.of()));
        willing.add(school.headteacher());
        school.chairOfGovernors().ifPresent(willing::add);
        return willing.stream()
                .distinct()
                .filter(person -> mayDecide(person, author, meant))
                .toList();
    }

    private boolean mayDecide(PersonId person, PersonId author, Set<String> meant) {
        return !person.equals(author)
                && !meant.contains(person.value())
                && roll.childrenOf(person).stream().noneMatch(meant::contains);
    }
}
