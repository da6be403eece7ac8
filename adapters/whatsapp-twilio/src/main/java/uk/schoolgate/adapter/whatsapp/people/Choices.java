package uk.schoolgate.adapter.whatsapp.people;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.schoolgate.core.flow.ForwardStanding;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/** Buttons for phones that show none: a person replies 1, 2 or 3 with the card's short code. */
public final class Choices {
    /** Longer than a concern waits for anybody. */
    private static final Duration KEPT = Duration.ofDays(10);

    /** Also with what makes a phone's picture of a key out of a digit. */
    private static final Pattern REPLY =
            Pattern.compile("(\\p{Nd})\\uFE0F?\\u20E3?(?:[\\s,.:-]*([A-Za-z0-9]{3}))?[.!]?");

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "ACDEFGHJKLMNPQRTUVWXY34679";

    private static final int CODE_LENGTH = 3;
    private static final int MOST_BUTTONS = 3;

    /** What a reply amounts to. */
    public sealed interface Reply {
        /** The button's action. */
        record Chosen(String action) implements Reply {}

        /** A code that this person has no card of, or a number that the card has not. */
        record NoSuchCard(String code) implements Reply {}

        /** A number, but several cards wait: which one? */
        record WhichCard() implements Reply {}

        /** No choice at all, but a message. */
        record Words() implements Reply {}
    }

    private final Notebook notebook;
    private final QuotableMessages quotable;

    public Choices(Notebook notebook) {
        this.notebook = notebook;
        this.quotable = new QuotableMessages(notebook);
    }

    private static String codeOf(String message) {
        int rest = message.hashCode() & Integer.MAX_VALUE;
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(ALPHABET.charAt(rest % ALPHABET.length()));
            rest /= ALPHABET.length();
        }
        return code.toString();
    }

    /**
     * Remembers what the numbers under a card stand for.
     *
     * @param message id of the card; offered again, it has the same code
     * @return the card's short code, which no other card of this person has
     */
    public String offer(SchoolCode school, PersonId person, String message, List<Button> buttons) {
        String actions = String.join("\n", buttons.stream().map(Button::action).toList());
        String code = codeOf(message);
        for (int i = 1; isTaken(school, person, code, actions); i++) {
            code = codeOf(message + "#" + i);
        }
        notebook.write(school, key(person, code), actions, KEPT);
        List<String> open = new ArrayList<>(open(school, person));
        open.remove(code);
        open.add(code);
        remember(school, person, open);
        return code;
    }

    /** A code that stood for another card would hand over the wrong message. */
    private boolean isTaken(SchoolCode school, PersonId person, String code, String actions) {
        return notebook.read(school, key(person, code))
                .filter(other -> !other.equals(actions))
                .isPresent();
    }

    /**
     * What somebody means by a reply; a choice is used up by it.
     *
     * @param quoted Twilio's id of the message that they swiped to reply; empty where they swiped none
     */
    public Reply read(SchoolCode school, PersonId person, String text, String quoted) {
        Matcher matcher = REPLY.matcher(text.strip());
        // Arabic, Urdu and Bengali keyboards write digits of their own.
        int number = matcher.matches() ? Character.digit(matcher.group(1).codePointAt(0), 10) : 0;
        if (number < 1 || number > MOST_BUTTONS) {
            return new Reply.Words();
        }
        @Nullable String given = matcher.group(2);
        Optional<List<String>> card = given == null ? quotable.actions(school, person, quoted) : Optional.empty();
        return card.map(actions -> underCard(actions, number))
                .orElseGet(() -> underNoneOrItsCode(school, person, number, given));
    }

    /** They point at the card: no other can be meant, nor a question that waits for words. */
    private static Reply underCard(List<String> actions, int number) {
        return number <= actions.size()
                ? new Reply.Chosen(actions.get(number - 1))
                : new Reply.NoSuchCard(Integer.toString(number));
    }

    private Reply underNoneOrItsCode(SchoolCode school, PersonId person, int number, @Nullable String given) {
        List<String> open = open(school, person);
        if (ForwardStanding.isAsked(notebook, school, person)) {
            // "2" and "3 May" answer what was asked; only the code of a card that is theirs says otherwise.
            return Optional.ofNullable(given)
                    .flatMap(code -> action(school, person, code, number))
                    .<Reply>map(Reply.Chosen::new)
                    .orElseGet(Reply.Words::new);
        }
        if (given != null) {
            return action(school, person, given, number)
                    .<Reply>map(Reply.Chosen::new)
                    .orElseGet(() -> looksLikeACode(given, open) ? new Reply.NoSuchCard(given) : new Reply.Words());
        }
        return switch (open.size()) {
            case 0 -> new Reply.Words();
            case 1 ->
                action(school, person, open.getFirst(), number)
                        .<Reply>map(Reply.Chosen::new)
                        .orElseGet(Reply.WhichCard::new);
            default -> new Reply.WhichCard();
        };
    }

    private Optional<String> action(SchoolCode school, PersonId person, String code, int number) {
        return notebook.read(school, key(person, code.toUpperCase(Locale.ROOT)))
                .map(text -> List.of(text.split("\n")))
                .filter(actions -> number <= actions.size())
                .map(actions -> actions.get(number - 1));
    }

    /** “1 day” from somebody whom no card waits for is an answer to something else. */
    private static boolean looksLikeACode(String given, List<String> open) {
        boolean ours = given.toUpperCase(Locale.ROOT).chars().allMatch(letter -> ALPHABET.indexOf(letter) >= 0);
        boolean printed = given.equals(given.toUpperCase(Locale.ROOT));
        return ours && (printed || !open.isEmpty());
    }

    /** A card that was answered, in whichever way, no longer waits for a bare number. */
    public void answered(SchoolCode school, PersonId person, String action) {
        List<String> open = new ArrayList<>(open(school, person));
        open.removeIf(code -> notebook.read(school, key(person, code))
                .map(actions -> List.of(actions.split("\n")).contains(action))
                .orElse(true));
        remember(school, person, open);
    }

    private List<String> open(SchoolCode school, PersonId person) {
        return notebook.read(school, key(person, "open"))
                .map(codes -> List.of(codes.split(",")))
                .orElse(List.of());
    }

    private void remember(SchoolCode school, PersonId person, List<String> open) {
        notebook.write(school, key(person, "open"), String.join(",", open), KEPT);
    }

    private static String key(PersonId person, String code) {
        return "whatsapp:choices:" + person.value() + ":" + code;
    }
}
