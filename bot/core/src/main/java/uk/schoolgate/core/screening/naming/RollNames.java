package uk.schoolgate.core.screening.naming;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.screening.naming.BearerIndex.Of;
import uk.schoolgate.core.text.SoundCode;

/**
 * The names of a roll's pupils and their adults, and who bears them. Pupils are numbers here: their place in the roll. Built
 * once for a roll, off the path of any message.
 */
final class RollNames {
    private final Roll roll;
    private final Lexicon firstNames;
    private final Lexicon surnames;
    private final BearerIndex bearers;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final SchoolClasses classes;
    private final int[][] firstNamesOf;
    private final Set<Integer> properNames = new HashSet<>();
    private final Set<Integer> namesOfTwoParts = new HashSet<>();

    RollNames(Roll roll, NameLists lists, SoundCode soundCode) {
        this.roll = roll;
        this.classes = new SchoolClasses(roll.pupils().size());
        this.firstNamesOf = new int[roll.pupils().size()][];
        Lexicon.Builder firsts = new Lexicon.Builder();
        Lexicon.Builder lasts = new Lexicon.Builder();
        BearerIndex.Builder index = new BearerIndex.Builder();
        for (int number = 0; number < classes.pupils(); number++) {
            Pupil pupil = roll.pupils().get(number);
            numbers.put(pupil.id(), number);
            int schoolClass = classes.add(number, pupil);
            index.add(Of.CLASS, 0, schoolClass, number);
            addNames(number, schoolClass, PupilNames.of(pupil, lists), firsts, lasts, index);
        }
        roll.contacts().forEach(contact -> addAdult(contact, index));
        this.firstNames = firsts.build(soundCode);
        this.surnames = lasts.build(soundCode);
        this.bearers = index.build();
    }

    private void addNames(
            int number,
            int schoolClass,
            PupilNames names,
            Lexicon.Builder firsts,
            Lexicon.Builder lasts,
            BearerIndex.Builder index) {
        int[] proper = names.first().stream().mapToInt(firsts::add).toArray();
        int[] others = names.short_().stream().mapToInt(firsts::add).toArray();
        int[] all = Arrays.copyOf(proper, proper.length + others.length);
        System.arraycopy(others, 0, all, proper.length, others.length);
        Arrays.stream(proper).forEach(properNames::add);
        names.ofTwoParts().forEach(name -> namesOfTwoParts.add(firsts.add(name)));
        firstNamesOf[number] = all;
        for (int first : all) {
            index.addToClassAndSchool(Of.FIRST_NAME, first, schoolClass, number);
        }
        for (String surname : names.last()) {
            int last = lasts.add(surname);
            index.addToClassAndSchool(Of.SURNAME, last, schoolClass, number);
            for (int first : all) {
                index.addToClassAndSchool(Of.FULL_NAME, BearerIndex.pair(first, last), schoolClass, number);
                long withInitial = BearerIndex.pair(first, surname.charAt(0));
                index.addToClassAndSchool(Of.FIRST_NAME_AND_INITIAL, withInitial, schoolClass, number);
            }
            for (String name : names.first()) {
                long initialed = BearerIndex.pair(name.charAt(0), last);
                index.addToClassAndSchool(Of.INITIAL_AND_SURNAME, initialed, schoolClass, number);
                long initials = BearerIndex.pair(name.charAt(0), surname.charAt(0));
                index.addToClassAndSchool(Of.INITIALS, initials, schoolClass, number);
            }
        }
    }

    /** An adult is known by the first name, and by that and the surname or its initial. */
    private void addAdult(Contact contact, BearerIndex.Builder index) {
        Integer child = numbers.get(contact.pupilId());
        String[] parts = PupilNames.parts(contact.name());
        if (child == null || parts.length == 0) {
            return;
        }
        index.add(Of.ADULT, HashIndex.hash(parts[0]), BearerIndex.EVERYBODY, child);
        if (parts.length > 1) {
            String last = parts[parts.length - 1];
            String joined = String.join("", List.of(parts).subList(1, parts.length));
            for (String surname : List.of(last, last.substring(0, 1), joined)) {
                index.add(Of.ADULT, HashIndex.hash(parts[0] + " " + surname), BearerIndex.EVERYBODY, child);
            }
        }
    }

    Lexicon firstNames() {
        return firstNames;
    }

    Lexicon surnames() {
        return surnames;
    }

    /** Whether that first name is only ever a short form of somebody's name. */
    boolean isNickname(int firstName) {
        return !properNames.contains(firstName);
    }

    /** Whether the roll writes that first name in two parts, as in "Lily-Mae". */
    boolean isOfTwoParts(int firstName) {
        return namesOfTwoParts.contains(firstName);
    }

    /** The first names of a pupil, short forms included. */
    int[] firstNamesOf(int pupil) {
        return firstNamesOf[pupil];
    }

    String idOf(int pupil) {
        return roll.pupils().get(pupil).id();
    }

    /** The numbers of the pupils that these ids belong to, ascending. */
    int[] numbersOf(Set<String> ids) {
        return ids.stream()
                .filter(numbers::containsKey)
                .mapToInt(numbers::get)
                .sorted()
                .toArray();
    }

    SchoolClasses classes() {
        return classes;
    }

    /** Pupils of that first name: those of the classes if there are any, else all. */
    Bearers byFirstName(int name, int[] inClasses) {
        return bearers.find(Of.FIRST_NAME, name, inClasses);
    }

    /** Pupils of that surname: those of the classes if there are any, else all. */
    Bearers bySurname(int name, int[] inClasses) {
        return bearers.find(Of.SURNAME, name, inClasses);
    }

    /** Pupils of those initials: those of the classes if there are any, else all. */
    Bearers byInitials(char first, char last, int[] inClasses) {
        return bearers.find(Of.INITIALS, BearerIndex.pair(first, last), inClasses);
    }

    /** Pupils of that surname whose first name starts so: those of the classes if there are any, else all. */
    Bearers byInitialAndSurname(char initial, int last, int[] inClasses) {
        return bearers.find(Of.INITIAL_AND_SURNAME, BearerIndex.pair(initial, last), inClasses);
    }

    /** Pupils of that first name and surname: those of the classes if there are any, else all. */
    Bearers byFullName(int first, int last, int[] inClasses) {
        return bearers.find(Of.FULL_NAME, BearerIndex.pair(first, last), inClasses);
    }

    /** Pupils of that first name whose surname starts so: those of the classes if there are any, else all. */
    Bearers byFirstNameAndInitial(int first, char initial, int[] inClasses) {
        return bearers.find(Of.FIRST_NAME_AND_INITIAL, BearerIndex.pair(first, initial), inClasses);
    }

    /** The children of the adults of that name: a first name, or that, a space and a surname or its initial. */
    Bearers byAdult(String name) {
        int[] children = bearers.in(Of.ADULT, HashIndex.hash(name), BearerIndex.EVERYBODY);
        return children.length == 0
                ? Bearers.NONE
                : new Bearers(Arrays.stream(children).sorted().distinct().toArray(), false);
    }

    /** All pupils of a class. */
    int[] inClass(int schoolClass) {
        return bearers.in(Of.CLASS, 0, schoolClass);
    }

    /** Those of them who are of the classes if there are any, else all. */
    Bearers among(Bearers found, int[] inClasses) {
        if (found.isEmpty() || inClasses.length == 0) {
            return new Bearers(found.pupils(), inClasses.length == 0);
        }
        int[] there = classes.among(found.pupils(), inClasses);
        return there.length > 0 ? new Bearers(there, true) : found;
    }
}
