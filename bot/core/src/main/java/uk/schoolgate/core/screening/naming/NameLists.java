package uk.schoolgate.core.screening.naming;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.schoolgate.core.text.ListFile;

/**
 * What is known of names in general, from {@code prompts/screening}.
 *
 * @param nicknames for each name the names that stand for it, itself left out; a full name for its short forms, too
 * @param firstNames first names of children in Britain
 * @param words names that chats use as everyday words
 * @param chatWords ordinary words of chats that look much like a name
 */
record NameLists(Map<String, Set<String>> nicknames, Set<String> firstNames, Set<String> words, Set<String> chatWords) {
    static NameLists load() {
        return new NameLists(
                nicknames("nicknames.txt"), words("first-names.txt"), words("name-words.txt"), words("chat-words.txt"));
    }

    private static Set<String> words(String list) {
        return ListFile.words("/schoolgate/screening/" + list);
    }

    /** A line of the list is a full name and its short forms; a short form stands for the full name and not for another. */
    private static Map<String, Set<String>> nicknames(String list) {
        Map<String, Set<String>> nicknames = new HashMap<>();
        for (String line : ListFile.lines("/schoolgate/screening/" + list)) {
            List<String> names = List.of(line.split(" +", -1));
            String full = names.getFirst();
            for (String nickname : names.subList(1, names.size())) {
                nicknames.computeIfAbsent(full, key -> new HashSet<>()).add(nickname);
                nicknames.computeIfAbsent(nickname, key -> new HashSet<>()).add(full);
            }
        }
        return nicknames;
    }

    Set<String> standingFor(String name) {
        return nicknames.getOrDefault(name, Set.of());
    }
}
