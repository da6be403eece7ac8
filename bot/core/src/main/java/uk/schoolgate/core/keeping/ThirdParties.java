package uk.schoolgate.core.keeping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Kind;

/**
 * Takes everybody but one person out of a text: what screening found, and every word that is somebody's name on the roll.
 * A word too many is no harm here; a name too few is.
 */
final class ThirdParties {
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{M}'’-]*");
    private static final Pattern CONTACT_DETAILS =
            Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+|\\+?[0-9][0-9 ()-]{7,}[0-9]");
    private static final String CHILD = "[CHILD]";
    private static final String STAFF = "[STAFF]";
    private static final String ADULT = "[ADULT]";
    private static final String DETAILS = "[CONTACT DETAILS]";
    private static final int SHORTEST = 2;

    private final Map<String, String> names = new HashMap<>();

    /** The words of the person's own name, as far as nobody else on the roll has them. */
    private final Set<String> own = new HashSet<>();

    ThirdParties(Roll roll, PersonId person) {
        for (Contact contact : roll.contacts()) {
            boolean self = contact.phone().equals(person);
            words(contact.name()).forEach(word -> put(word, ADULT, self));
        }
        for (StaffMember member : roll.staff()) {
            boolean self = member.id().equals(person);
            words(member.forename() + " " + member.surname()).forEach(word -> put(word, STAFF, self));
            member.aliases()
                    .forEach(alias -> words(alias).stream()
                            .filter(word -> Character.isUpperCase(word.charAt(0)))
                            .forEach(word -> put(word, STAFF, self)));
        }
        for (Pupil pupil : roll.pupils()) {
            boolean self = pupil.id().equals(person.value());
            words(pupil.forename() + " " + pupil.surname() + " "
                            + pupil.preferredName().orElse(""))
                    .forEach(word -> put(word, CHILD, self));
        }
        own.removeAll(names.keySet());
    }

    private void put(String word, String mask, boolean self) {
        String key = word.toLowerCase(Locale.ROOT);
        if (self) {
            own.add(key);
        } else {
            names.put(key, mask);
        }
    }

    private static List<String> words(String text) {
        return WORD.matcher(text)
                .results()
                .map(result -> result.group())
                .filter(word -> word.length() >= SHORTEST)
                .toList();
    }

    /** The words of a message without anybody but the person. */
    String without(Evidence evidence, PersonId person) {
        String text = evidence.text();
        int before = text.length() + 1;
        for (Mask mask : masks(evidence, person)) {
            // Two findings may show at one place.
            if (mask.end() <= before) {
                text = text.substring(0, mask.start()) + mask.word() + text.substring(mask.end());
                before = mask.start();
            }
        }
        return without(text);
    }

    /** What is somebody else's in the words of a message, last first. */
    private List<Mask> masks(Evidence evidence, PersonId person) {
        List<Finding> identities = evidence.findings().stream()
                .filter(finding -> isIdentity(finding.category().kind()))
                .toList();
        List<Mask> masks = new ArrayList<>();
        for (Finding finding : identities) {
            String word = finding.category().kind() == Kind.CONTACT_DETAILS ? DETAILS : CHILD;
            boolean theirs = finding.people().contains(person.value());
            // A finding may name several children, and says not which span is whose.
            finding.spans().stream()
                    .filter(span -> !(theirs && isOwnName(span.text())))
                    .forEach(span -> masks.add(new Mask(span.start(), span.end(), word)));
        }
        masks.sort(Comparator.comparingInt(Mask::start).reversed());
        return masks;
    }

    /**
     * What a message became, or what was said about it, without anybody but the person. Nobody screened that: what was found
     * in the message is taken out of it too, since a nickname is on no roll.
     */
    String without(Evidence evidence, String later, PersonId person) {
        String text = later;
        for (Mask mask : masks(evidence, person)) {
            String found = evidence.text().substring(mask.start(), mask.end());
            text = Pattern.compile(
                            "(?<![\\p{L}\\p{N}])" + Pattern.quote(found) + "(?![\\p{L}\\p{N}])",
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(text)
                    .replaceAll(mask.word());
        }
        return without(text);
    }

    private boolean isOwnName(String text) {
        List<String> words = words(text);
        return !words.isEmpty() && words.stream().allMatch(word -> own.contains(bare(word.toLowerCase(Locale.ROOT))));
    }

    private static String bare(String word) {
        return word.replaceFirst("['’]s?$", "");
    }

    private record Mask(int start, int end, String word) {}

    private static boolean isIdentity(Kind kind) {
        return kind == Kind.NAMES_CHILD || kind == Kind.CONTACT_DETAILS;
    }

    /** A text without the names of the roll and without contact details. */
    String without(String text) {
        return without(text, details -> false);
    }

    /**
     * The same for a text that may hold the person's own contact details.
     *
     * @param own whether contact details are theirs
     */
    String without(String text, Predicate<String> own) {
        String masked = CONTACT_DETAILS
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(own.test(found.group()) ? found.group() : DETAILS));
        return WORD.matcher(masked).replaceAll(result -> Matcher.quoteReplacement(maskOf(result.group())));
    }

    private String maskOf(String word) {
        String key = word.toLowerCase(Locale.ROOT);
        String mask = names.getOrDefault(key, names.get(bare(key)));
        return mask == null ? word : mask;
    }
}
