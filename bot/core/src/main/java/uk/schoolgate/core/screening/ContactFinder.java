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
import uk.schoolgate.core.screening.ContactCues.Usually;
import uk.schoolgate.core.text.Sentence;
import uk.schoolgate.core.text.Span;

/** Finds telephone numbers, e-mail addresses and postal addresses of people. */
final class ContactFinder {
    // Bounded repetition only, so that no text can make these expensive.
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,4}");
    private static final Pattern SPELT_EMAIL = Pattern.compile(
            "\\b[a-z0-9_]{1,30}(?: dot [a-z0-9_]{1,30}){0,3} at [a-z0-9-]{2,30}(?: dot [a-z0-9-]{2,20}){0,2}"
                    + " dot (?:com|net|org|uk|info|eu|ie|me|example)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DOT = Pattern.compile(" dot ", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    /** In capitals, or in two parts: in one and in small letters it is a word with digits for letters. */
    private static final Pattern POSTCODE = Pattern.compile("\\b(?:[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][ABD-HJLNP-UW-Z]{2}"
            + "|(?i:[a-z]{1,2}[0-9][a-z0-9]? [0-9][abd-hjlnp-uw-z]{2}))\\b");

    /** Numbers that no person has at home. */
    private static final Pattern SERVICE = Pattern.compile("0[38][0-9]*");

    private static final Set<String> OFFICES = Set.of(
            "info",
            "office",
            "hello",
            "contact",
            "enquiries",
            "admin",
            "bookings",
            "sales",
            "support",
            "help",
            "reception");

    private final ContactCues cues = new ContactCues();
    private final PostalAddresses addresses = new PostalAddresses();
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

    /** Contact details in a text that are neither the school's nor the author's own, nor a shop's or club's. */
    List<Span> find(String text, List<Sentence> sentences) {
        List<Span> spans = new ArrayList<>();
        for (Candidate candidate : candidates(text)) {
            boolean told = spans.stream().anyMatch(candidate::overlaps);
            if (!told && cues.arePrivate(candidate.span(), text, sentences, candidate.usually())) {
                spans.add(candidate.span());
            }
        }
        return spans;
    }

    /** Details that may be somebody's. */
    private record Candidate(Span span, Usually usually) {
        boolean overlaps(Span other) {
            return span.start() < other.end() && other.start() < span.end();
        }
    }

    private List<Candidate> candidates(String text) {
        List<Candidate> candidates = new ArrayList<>();
        for (Span phone : phoneNumbers.find(text)) {
            String number = digits(phone.text());
            if (!ownPhones.contains(number) && !SERVICE.matcher(number).matches()) {
                candidates.add(new Candidate(phone, number.startsWith("07") ? Usually.SOMEBODYS : Usually.ANYBODYS));
            }
        }
        SpokenNumbers.in(text).forEach(span -> candidates.add(new Candidate(span, Usually.SOMEBODYS)));
        // Most messages have nothing that these could start from, and to look for that takes a fraction of their time.
        if (text.indexOf('@') >= 0) {
            all(EMAIL, text).stream()
                    .filter(email -> !isOffices(email.text()))
                    .forEach(email -> candidates.add(new Candidate(email, Usually.RATHER_SOMEBODYS)));
        }
        if (DOT.matcher(text).find()) {
            all(SPELT_EMAIL, text).forEach(email -> candidates.add(new Candidate(email, Usually.RATHER_SOMEBODYS)));
        }
        if (DIGIT.matcher(text).find()) {
            addresses.in(text).forEach(house -> candidates.add(new Candidate(house, Usually.MAYBE_SOMEBODYS)));
            all(POSTCODE, text).forEach(postcode -> candidates.add(new Candidate(postcode, Usually.ANYBODYS)));
        }
        return candidates;
    }

    private boolean isOffices(String email) {
        int at = email.indexOf('@');
        return ownDomains.contains(email.substring(at + 1).toLowerCase(Locale.ROOT))
                || OFFICES.contains(email.substring(0, at).toLowerCase(Locale.ROOT));
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
    static String digits(String phone) {
        String digits = phone.replaceAll("[^0-9]", "");
        return digits.startsWith("44") ? "0" + digits.substring(2) : digits;
    }
}
