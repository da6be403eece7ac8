package uk.schoolgate.core.school;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a school says about itself in {@code school.yaml}.
 *
 * @param code prefix of references and keys
 * @param name as people know it
 * @param complaintsInbox the e-mail address that confirmed incidents go to
 * @param office where people can ask
 * @param headteacher a staff id
 * @param safeguardingLead a staff id
 * @param chairOfGovernors a staff id, who hears of allegations about the headteacher
 * @param terms term time; empty where the school has not given it
 * @param mode how far Schoolgate may go
 * @param retention how long evidence is kept
 * @param groups the groups that it sits in
 * @param hours when it is open
 * @param deputies who hears of something urgent that nobody takes on
 */
public record School(
        SchoolCode code,
        String name,
        String complaintsInbox,
        Office office,
        PersonId headteacher,
        PersonId safeguardingLead,
        Optional<PersonId> chairOfGovernors,
        List<Term> terms,
        Mode mode,
        Retention retention,
        List<Group> groups,
        SchoolHours hours,
        Deputies deputies) {
    public School {
        terms = List.copyOf(terms);
        groups = List.copyOf(groups);
    }

    /** A school with the usual hours and without deputies. */
    public School(
            SchoolCode code,
            String name,
            String complaintsInbox,
            Office office,
            PersonId headteacher,
            PersonId safeguardingLead,
            Optional<PersonId> chairOfGovernors,
            List<Term> terms,
            Mode mode,
            Retention retention,
            List<Group> groups) {
        this(
                code,
                name,
                complaintsInbox,
                office,
                headteacher,
                safeguardingLead,
                chairOfGovernors,
                terms,
                mode,
                retention,
                groups,
                SchoolHours.DEFAULT,
                Deputies.NONE);
    }

    /** How time is counted there. */
    public SchoolTime time() {
        return new SchoolTime(terms, hours);
    }

    /** Where e-mail for the office goes. */
    public String officeInbox() {
        return office.email().orElse(complaintsInbox);
    }

    /** Whom the school could ask or tell about what is written in a group, or on the private line: no group. */
    public Stream<PersonId> everybodyAskedAbout(Optional<Group> group) {
        Stream<PersonId> reviewers = group.map(Group::reviewers).orElse(List.of()).stream();
        Stream<PersonId> offices = Stream.of(headteacher, safeguardingLead);
        Stream<PersonId> others = Stream.of(
                        chairOfGovernors,
                        deputies.headteacher(),
                        deputies.safeguardingLead(),
                        deputies.chairOfGovernors())
                .flatMap(Optional::stream);
        return Stream.of(reviewers, offices, others).flatMap(stream -> stream).distinct();
    }

    /** The group at that address, if {@code school.yaml} lists it; a thread in a group has the group's address and more. */
    public Optional<Group> groupAt(Platform platform, String address) {
        return groups.stream()
                .filter(group -> group.platform() == platform
                        && (address.equals(group.address()) || address.startsWith(group.address() + ";")))
                .findFirst();
    }

    /** The group of that name, if {@code school.yaml} lists it. */
    public Optional<Group> groupNamed(String groupName) {
        return groups.stream().filter(group -> group.name().equals(groupName)).findFirst();
    }
}
