package uk.schoolgate.core.screening;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.School;

/** Finds telephone numbers, e-mail addresses and postal addresses that are not the school's own. */
final class ContactFinder {
    // Bounded repetition only, so that no text can make these expensive.
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}");
    private static final Pattern HOUSE_AND_STREET = Pattern.compile(
            "\\b[0-9]{1,4}[a-d]?,? (?:[A-Z][a-z']{1,20} ){1,3}"
                    + "(?:Road|Rd|Street|St|Avenue|Ave|Lane|Ln|Close|Drive|Dr|Way|Court|Crescent|Gardens|Terrace|Place|Grove)\\b");
    private static final Pattern POSTCODE =
            Pattern.compile("\\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2}\\b", Pattern.CASE_INSENSITIVE);

    private final PhoneNumbers phoneNumbers;
    private final Set<String> ownPhones = new HashSet<>();
    private final Set<String> ownDomains = new HashSet<>();

    ContactFinder(PhoneNumbers phoneNumbers, School school, Roll roll) {
        this.phoneNumbers = phoneNumbers;
        school.office().phone().map(ContactFinder::digits).ifPresent(ownPhones::add);
        addDomain(school.complaintsInbox());
        school.office().email().ifPresent(this::addDomain);
        roll.staff().forEach(member -> member.email().ifPresent(this::addDomain));
    }

    private void addDomain(String email) {
        ownDomains.add(email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT));
    }

    /** Contact details in a text that are not the school's. */
    List<Span> find(String text) {
        List<Span> spans = new ArrayList<>();
        for (Span phone : phoneNumbers.find(text)) {
            if (!ownPhones.contains(digits(phone.text()))) {
                spans.add(phone);
            }
        }
        for (Span email : all(EMAIL, text)) {
            String domain = email.text().substring(email.text().indexOf('@') + 1);
            if (!ownDomains.contains(domain.toLowerCase(Locale.ROOT))) {
                spans.add(email);
            }
        }
        spans.addAll(all(HOUSE_AND_STREET, text));
        spans.addAll(all(POSTCODE, text));
        return spans;
    }

    private static List<Span> all(Pattern pattern, String text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            spans.add(Span.of(text, matcher.start(), matcher.end()));
        }
        return spans;
    }

    /** Digits in national form, so that +44 1632 960101 and 01632 960101 are the same. */
    private static String digits(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.startsWith("44") ? "0" + digits.substring(2) : digits;
    }
}
