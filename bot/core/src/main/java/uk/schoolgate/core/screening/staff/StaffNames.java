package uk.schoolgate.core.screening.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Letters;
import uk.schoolgate.core.text.SoundCode;
import uk.schoolgate.core.text.WordList;

/** The names of staff and governors, findable by each of their parts. */
final class StaffNames {
    /** "van der Berg" and "de la Cruz" are as long as surnames get. */
    private static final int MOST_PARTS = 3;

    private final Map<String, List<StaffMember>> bySurname = new HashMap<>();
    private final Map<String, List<StaffMember>> byFirstName = new HashMap<>();
    private final Map<String, List<StaffMember>> byGluedTitle = new HashMap<>();
    private final Map<Character, List<String>> surnamesByLetter = new HashMap<>();
    /** How surnames of several parts begin: there are few, and only after these are more words looked at. */
    private final Set<String> firstParts = new HashSet<>();

    private final Similar similarSurnames;
    private final Similar similarFirstNames;

    StaffNames(Roll roll, FirstNames firstNames, WordList words, SoundCode sounds) {
        for (StaffMember member : roll.staff()) {
            addSurname(member);
            String firstName = Letters.of(FoldedText.fold(member.forename()));
            firstNames.spellings(firstName).forEach(name -> add(byFirstName, name, member));
        }
        bySurname
                .keySet()
                .forEach(name -> surnamesByLetter
                        .computeIfAbsent(name.charAt(0), letter -> new ArrayList<>())
                        .add(name));
        similarSurnames = new Similar(bySurname.keySet(), words, sounds);
        similarFirstNames = new Similar(byFirstName.keySet(), words, sounds);
    }

    private void addSurname(StaffMember member) {
        String folded = FoldedText.fold(member.surname());
        String surname = Letters.of(folded);
        add(bySurname, surname, member);
        firstParts.add(firstPart(folded));
        for (String part : List.of(folded.split("-", -1))) {
            // Of a double-barrelled surname, either half is used alone.
            if (folded.indexOf('-') > 0 && part.length() > 2) {
                add(bySurname, Letters.of(part), member);
            }
        }
        for (String title : Titles.of(member)) {
            if (!title.isEmpty() && !surname.isEmpty()) {
                add(byGluedTitle, title + surname, member);
            }
        }
    }

    private static String firstPart(String surname) {
        int end = 0;
        while (end < surname.length() && Character.isLetter(surname.charAt(end))) {
            end++;
        }
        return end == surname.length() ? "" : surname.substring(0, end);
    }

    private static void add(Map<String, List<StaffMember>> index, String key, StaffMember member) {
        if (key.isEmpty()) {
            return;
        }
        List<StaffMember> members = index.computeIfAbsent(key, it -> new ArrayList<>());
        if (!members.contains(member)) {
            members.add(member);
        }
    }

    /** Those with that surname, which may stand in a plural. */
    List<StaffMember> withSurname(String key) {
        return exact(bySurname, key);
    }

    /** Those who go by that first name or a short form of it; a possessive may lack its apostrophe. */
    List<StaffMember> withFirstName(String key) {
        return exact(byFirstName, key);
    }

    /** Those whose title and surname are written as one word. */
    List<StaffMember> withGluedTitle(String key) {
        return exact(byGluedTitle, key);
    }

    private static List<StaffMember> exact(Map<String, List<StaffMember>> index, String key) {
        List<StaffMember> members = index.get(key);
        String singular = members == null ? Spelling.singular(key) : null;
        return members != null ? members : singular == null ? List.of() : index.getOrDefault(singular, List.of());
    }

    List<StaffMember> withSurnameLike(String key) {
        return all(similarSurnames.nearest(key), this::withSurname);
    }

    List<StaffMember> withFirstNameLike(String key) {
        return all(similarFirstNames.nearest(key), this::withFirstName);
    }

    private static List<StaffMember> all(List<String> names, Function<String, List<StaffMember>> members) {
        return names.size() == 1
                ? members.apply(names.getFirst())
                : names.stream()
                        .flatMap(name -> members.apply(name).stream())
                        .distinct()
                        .toList();
    }

    /** The surnames that begin with a letter. */
    List<String> surnames(char letter) {
        return surnamesByLetter.getOrDefault(letter, List.of());
    }

    /** How many words from that one on are a surname of the roll, the most that are; 0 if they are none. */
    int surnameLength(Line line, int at) {
        int most = 1;
        while (most < MOST_PARTS && firstParts.contains(line.key(at)) && line.isJoined(at + most - 1)) {
            most++;
        }
        for (int length = most; length > 0; length--) {
            if (!withSurname(surnameAt(line, at, length)).isEmpty()) {
                return length;
            }
        }
        return 0;
    }

    /** So many words as one surname. */
    String surnameAt(Line line, int at, int length) {
        if (length == 1) {
            return line.key(at);
        }
        StringBuilder name = new StringBuilder();
        for (int i = at; i < at + length; i++) {
            name.append(line.key(i));
        }
        return name.toString();
    }
}
