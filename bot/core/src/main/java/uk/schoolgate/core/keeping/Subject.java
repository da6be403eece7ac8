package uk.schoolgate.core.keeping;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;

/**
 * Somebody whose data is looked for, by every name that something may be stored under.
 *
 * @param id the school's own id of them
 * @param others what platforms know them by: e-mail address, id in a directory, id of their private chat
 */
public record Subject(PersonId id, Set<String> others) {
    public Subject {
        others = Set.copyOf(others);
    }

    /** Somebody whom no platform knows by another name. */
    public static Subject of(PersonId id) {
        return new Subject(id, Set.of());
    }

    /** Every name as an id; the keys of their private chats with the bot too, because what it said there is noted by chat. */
    public List<PersonId> ids() {
        Set<PersonId> ids = new LinkedHashSet<>();
        for (String name : names()) {
            PersonId person = new PersonId(name);
            ids.add(person);
            for (Platform platform : Platform.values()) {
                ids.add(new PersonId(new Conversation.PrivateChat(platform, person).key()));
            }
        }
        return List.copyOf(ids);
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of(id.value()));
        others.stream().filter(name -> !name.equals(id.value())).sorted().forEach(names::add);
        return names;
    }

    /** Whether that is them. */
    boolean is(PersonId person) {
        return person.equals(id) || others.contains(person.value());
    }

    /** Whether a text holds one of their names as a whole word: the pupil P02 is not the pupil P023. */
    boolean isMentionedIn(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        return names().stream().anyMatch(name -> holds(folded, name.toLowerCase(Locale.ROOT)));
    }

    private static boolean holds(String text, String name) {
        int at = text.indexOf(name);
        while (at >= 0) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (begins && ends) {
                return true;
            }
            at = text.indexOf(name, at + 1);
        }
        return false;
    }
}
