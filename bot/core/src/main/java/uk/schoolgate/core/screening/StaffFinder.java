package uk.schoolgate.core.screening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Sentence;
import uk.schoolgate.core.text.Word;

/** Finds staff and governors by title and surname, by alias, and by what they do. */
final class StaffFinder {
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr", "mx", "sir");

    private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]+");

    private final Map<String, Set<String>> bySurname = new HashMap<>();
    private final Map<String, Set<String>> byAlias = new HashMap<>();
    private final Map<String, Set<String>> byRoleWord = new HashMap<>();
    private final PhraseSet roles = PhraseSet.load("staff-roles.txt");
    private final Set<String> heads = new TreeSet<>();

    StaffFinder(Roll roll) {
        for (StaffMember member : roll.staff()) {
            String id = member.id().value();
            put(bySurname, FoldedText.fold(member.surname()), id);
            put(byAlias, FoldedText.fold(member.forename() + " " + member.surname()), id);
            member.aliases().forEach(alias -> put(byAlias, FoldedText.fold(alias), id));
            NOT_A_WORD.splitAsStream(member.role().toLowerCase(Locale.ROOT)).forEach(word -> put(byRoleWord, word, id));
            if (FoldedText.fold(member.role()).startsWith("head")) {
                heads.add(id);
            }
        }
    }

    private static void put(Map<String, Set<String>> index, String key, String id) {
        index.computeIfAbsent(key, k -> new TreeSet<>()).add(id);
    }

    /** The staff meant in a message, in order. */
    List<StaffMention> find(String text, List<Sentence> sentences) {
        List<StaffMention> mentions = new ArrayList<>();
        for (int s = 0; s < sentences.size(); s++) {
            List<Word> words = sentences.get(s).words();
            int i = 0;
            while (i < words.size()) {
                Optional<Found> found = at(words, i);
                int from = i;
                int sentence = s;
                found.ifPresent(it -> mentions.add(new StaffMention(
                        Span.of(text, words.get(from).start(), endOf(words.get(from + it.length() - 1))),
                        sentence,
                        it.staff())));
                i += found.map(Found::length).orElse(1);
            }
            byRole(text, sentences.get(s), s, mentions);
        }
        return mentions;
    }

    private static int endOf(Word word) {
        return word.start() + Math.min(word.stem().length(), word.end() - word.start());
    }

    private record Found(int length, Set<String> staff) {}

    private Optional<Found> at(List<Word> words, int i) {
        if (i + 1 < words.size() && TITLES.contains(words.get(i).folded())) {
            Word surname = words.get(i + 1);
            Set<String> known = bySurname.getOrDefault(surname.stem(), Set.of());
            if (!known.isEmpty() || isInitial(surname)) {
                return Optional.of(new Found(2, known));
            }
        }
        for (int length = Math.min(3, words.size() - i); length > 0; length--) {
            Set<String> known = byAlias.getOrDefault(joined(words, i, length), Set.of());
            if (!known.isEmpty()) {
                return Optional.of(new Found(length, known));
            }
        }
        return Optional.empty();
    }

    /** "Mrs P": a title and one letter is how groups speak of a teacher. */
    private static boolean isInitial(Word word) {
        return word.folded().length() == 1 && word.capital();
    }

    private static String joined(List<Word> words, int from, int length) {
        List<String> parts = new ArrayList<>();
        for (int i = from; i < from + length; i++) {
            parts.add(
                    i == from + length - 1 ? words.get(i).stem() : words.get(i).folded());
        }
        return String.join(" ", parts);
    }

    private void byRole(String text, Sentence sentence, int index, List<StaffMention> mentions) {
        for (PhraseSet.Match match : roles.in(sentence.words())) {
            Word first = sentence.words().get(match.first());
            Word last = sentence.words().get(match.last());
            Span span = Span.of(text, first.start(), last.end());
            Set<String> known = Set.of();
            for (int i = match.first(); i <= match.last() && known.isEmpty(); i++) {
                String word = sentence.words().get(i).folded();
                known = word.startsWith("head") ? heads : byRoleWord.getOrDefault(word, Set.of());
            }
            mentions.add(new StaffMention(span, index, known.size() == 1 ? known : Set.of()));
        }
    }
}
