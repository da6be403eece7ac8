package uk.schoolgate.core.roll;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.school.PersonId;

/** Who belongs to the school: pupils, staff and governors, and the adults of the pupils. Immutable; a reload makes a new one. */
public final class Roll {
    /** A school that gave no roll: screening works on words alone. */
    public static final Roll EMPTY = new Roll(List.of(), List.of(), List.of());

    private final List<Pupil> pupils;
    private final List<StaffMember> staff;
    private final List<Contact> contacts;
    private final Map<String, Pupil> pupilsById = new HashMap<>();
    private final Map<PersonId, StaffMember> staffById = new HashMap<>();
    private final Map<PersonId, Set<String>> childrenByAdult = new HashMap<>();
    private final Map<PersonId, String> namesOfAdults = new HashMap<>();

    public Roll(List<Pupil> pupils, List<StaffMember> staff, List<Contact> contacts) {
        this.pupils = List.copyOf(pupils);
        this.staff = List.copyOf(staff);
        this.contacts = List.copyOf(contacts);
        this.pupils.forEach(pupil -> pupilsById.put(pupil.id(), pupil));
        this.staff.forEach(member -> staffById.put(member.id(), member));
        for (Contact contact : this.contacts) {
            childrenByAdult
                    .computeIfAbsent(contact.phone(), phone -> new HashSet<>())
                    .add(contact.pupilId());
            namesOfAdults.putIfAbsent(contact.phone(), contact.name());
        }
    }

    public List<Pupil> pupils() {
        return pupils;
    }

    public List<StaffMember> staff() {
        return staff;
    }

    public List<Contact> contacts() {
        return contacts;
    }

    /** Whether there are pupils to match names against. */
    public boolean hasPupils() {
        return !pupils.isEmpty();
    }

    public Optional<Pupil> pupil(String id) {
        return Optional.ofNullable(pupilsById.get(id));
    }

    public Optional<StaffMember> staffMember(PersonId id) {
        return Optional.ofNullable(staffById.get(id));
    }

    /** Ids of the pupils that this adult is a contact of; empty for everybody else. */
    public Set<String> childrenOf(PersonId adult) {
        return Set.copyOf(childrenByAdult.getOrDefault(adult, Set.of()));
    }

    /** The name to show for a person of the school: staff by title and surname, a parent by the name in contacts. */
    public Optional<String> nameOf(PersonId person) {
        return staffMember(person)
                .map(StaffMember::formalName)
                .or(() -> Optional.ofNullable(namesOfAdults.get(person)));
    }
}
