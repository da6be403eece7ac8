package uk.schoolgate.core.screening.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.screening.staff.StaffSighting.Form;

/** Finds staff by a title and what follows it, and tells them from the parents who have titles, too. */
final class TitledNames {
    private static final int FEWEST_SPACED_LETTERS = 3;
    private static final int FEWEST_SHOWN_LETTERS = 2;

    private final StaffNames names;
    private final Initials initials;
    private final OtherPeople others;
    private final Disguise disguise;
    private final Strangers strangers;

    TitledNames(StaffNames names, Initials initials, OtherPeople others, Strangers strangers) {
        this.names = names;
        this.initials = initials;
        this.others = others;
        this.disguise = new Disguise(names);
        this.strangers = strangers;
    }

    /** The member of staff whose title is that word. Takes the words of a parent's name, so that nobody reads on in it. */
    Optional<Found> at(Line line, int at, Set<String> classes) {
        String title = Titles.at(line, at);
        if (title.isEmpty()) {
            return glued(line, at);
        }
        if (!line.isJoined(at)) {
            return Optional.empty();
        }
        return fullName(line, at)
                .or(() -> surname(line, at, title))
                .or(() -> firstName(line, at, title))
                .or(() -> spaced(line, at))
                .or(() -> disguised(line, at))
                .or(() -> initial(line, at, title, classes))
                .or(() -> parent(line, at) ? Optional.empty() : misspeltOrUnknown(line, at, title));
    }

    private Optional<Found> glued(Line line, int at) {
        String key = line.key(at);
        boolean possible = key.length() > 4 && (key.charAt(0) == 'm' || key.charAt(0) == 'd');
        List<StaffMember> staff = possible ? names.withGluedTitle(key) : List.of();
        return Found.name(line, at, at + 1, staff);
    }

    private Optional<Found> fullName(Line line, int at) {
        List<StaffMember> called = names.withFirstName(line.key(at + 1));
        if (called.isEmpty() || !line.isJoined(at + 1)) {
            return Optional.empty();
        }
        int length = names.surnameLength(line, at + 2);
        List<StaffMember> both = names.withSurname(names.surnameAt(line, at + 2, length)).stream()
                .filter(called::contains)
                .toList();
        return Found.name(line, at, at + 2 + length, both);
    }

    private Optional<Found> surname(Line line, int at, String title) {
        int length = names.surnameLength(line, at + 1);
        if (length == 0) {
            return Optional.empty();
        }
        String surname = names.surnameAt(line, at + 1, length);
        List<StaffMember> staff = names.withSurname(surname);
        List<StaffMember> fitting = fitting(staff, title);
        // "Mr Prentice" where only Mrs Prentice works is more likely a slip than her husband, unless he is a parent.
        boolean slip = fitting.isEmpty() && !others.isParent(surname);
        return Found.name(line, at, at + 1 + length, slip ? staff : fitting);
    }

    private Optional<Found> firstName(Line line, int at, String title) {
        return Found.name(line, at, at + 2, fitting(names.withFirstName(line.key(at + 1)), title));
    }

    private Optional<Found> spaced(Line line, int at) {
        int run = Disguise.spacedLetters(line, at + 1);
        for (int length = run; length >= FEWEST_SPACED_LETTERS; length--) {
            List<StaffMember> staff = names.withSurname(names.surnameAt(line, at + 1, length));
            if (!staff.isEmpty()) {
                return Found.name(line, at, at + 1 + length, staff);
            }
        }
        return Optional.empty();
    }

    private Optional<Found> disguised(Line line, int at) {
        return Disguise.isPossible(line, at + 1)
                ? disguise.at(line, at, line.start(at + 1), FEWEST_SHOWN_LETTERS)
                : Optional.empty();
    }

    private Optional<Found> initial(Line line, int at, String title, Set<String> classes) {
        String key = line.key(at + 1);
        if (key.length() != 1 || !Character.isLetter(key.charAt(0))) {
            return Optional.empty();
        }
        char letter = key.charAt(0);
        // "a" and "I" are words unless the roll says that somebody is called so.
        boolean word = letter == 'i' || (letter == 'a' && !line.isCapitalised(at + 1));
        if ((word && !initials.isAlias(letter, title)) || (Titles.isWord(title) && !line.isCapitalised(at + 1))) {
            return Optional.empty();
        }
        return Optional.of(Found.of(line, at, at + 2, Form.INITIAL, initials.of(letter, title, classes)));
    }

    private boolean parent(Line line, int at) {
        int length = line.isJoined(at + 1) && others.isParent(names.surnameAt(line, at + 1, 2))
                ? 2
                : others.isParent(line.key(at + 1)) ? 1 : 0;
        line.take(at, length == 0 ? at : at + 1 + length);
        return length > 0;
    }

    private Optional<Found> misspeltOrUnknown(Line line, int at, String title) {
        String key = line.key(at + 1);
        if (strangers.isNoName(line, at + 1, title)) {
            return Optional.empty();
        }
        List<StaffMember> meant = fitting(names.withSurnameLike(key), title);
        if (meant.isEmpty()) {
            meant = fitting(names.withFirstNameLike(key), title);
        }
        return Found.name(line, at, at + 2, meant).or(() -> strangers.at(line, at, title));
    }

    private static List<StaffMember> fitting(List<StaffMember> staff, String title) {
        return staff.isEmpty()
                ? staff
                : staff.stream().filter(member -> Titles.fits(title, member)).toList();
    }
}
