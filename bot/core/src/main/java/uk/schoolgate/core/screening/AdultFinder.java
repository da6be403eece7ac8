package uk.schoolgate.core.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Span;

/**
 * Finds parents and other contacts of pupils whom a message gives by their full name or their telephone number. A contact
 * who is called as a member of staff is, counts by the number alone: what is said of staff, {@code StaffFinder} finds.
 */
final class AdultFinder {
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s?(?![\\p{L}\\p{N}])");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final PhoneNumbers phoneNumbers;
    private final Map<String, PersonId> byPhone = new HashMap<>();
    private final Map<String, Map<List<String>, Set<PersonId>>> byFirstWord = new HashMap<>();

    AdultFinder(PhoneNumbers phoneNumbers, Roll roll) {
        this.phoneNumbers = phoneNumbers;
        Set<List<String>> staff = roll.staff().stream()
                .map(AdultFinder::fullName)
                .map(AdultFinder::words)
                .collect(Collectors.toSet());
        for (Contact contact : roll.contacts()) {
            byPhone.put(ContactFinder.digits(contact.phone().value()), contact.phone());
            List<String> name = words(contact.name());
            if (name.size() > 1 && !staff.contains(name)) {
                byFirstWord
                        .computeIfAbsent(name.getFirst(), word -> new HashMap<>())
                        .computeIfAbsent(name, whole -> new HashSet<>())
                        .add(contact.phone());
            }
        }
    }

    private static String fullName(StaffMember member) {
        return member.forename() + " " + member.surname();
    }

    /** Whom a text gives so. */
    Set<PersonId> find(String text) {
        Set<PersonId> found = new HashSet<>();
        for (Span phone : phoneNumbers.find(text)) {
            PersonId adult = byPhone.get(ContactFinder.digits(phone.text()));
            if (adult != null) {
                found.add(adult);
            }
        }
        List<String> words = words(text);
        for (int i = 0; i < words.size(); i++) {
            List<String> rest = words.subList(i, words.size());
            byFirstWord.getOrDefault(words.get(i), Map.of()).forEach((name, adults) -> {
                if (rest.size() >= name.size() && rest.subList(0, name.size()).equals(name)) {
                    found.addAll(adults);
                }
            });
        }
        return found;
    }

    private static List<String> words(String text) {
        String plain = POSSESSIVE
                .matcher(FoldedText.fold(text).toLowerCase(Locale.ROOT))
                .replaceAll("");
        return NOT_A_WORD
                .splitAsStream(plain)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
