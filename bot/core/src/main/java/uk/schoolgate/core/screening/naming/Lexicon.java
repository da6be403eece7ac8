package uk.schoolgate.core.screening.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import uk.schoolgate.core.text.EditDistance;
import uk.schoolgate.core.text.SoundCode;

/**
 * The distinct names of a roll, each with a number, findable however they are spelt. Looking a word up costs the same for
 * two hundred names and for a hundred thousand.
 */
final class Lexicon {
    /** Longer words are no names, and would take long to look up. */
    static final int LONGEST = 40;

    private static final int SHORTEST_MISSPELT = 4;
    private static final int SHORTEST_BY_SOUND = 3;
    /** A shorter word that differs in two letters is another word. */
    private static final int SHORTEST_FAR = 5;
    /** If more names than that are alike, the likeness says nothing. */
    private static final int MOST_ALIKE = 100;

    private final String[] names;
    private final AlphabeticalNames alphabetical;
    private final HashIndex exact;
    private final HashIndex deletions;
    private final HashIndex sounds;
    private final HashIndex squeezed;
    private final HashIndex undisguised;
    private final HashIndex consonants;
    private final SoundCode soundCode;

    private Lexicon(List<String> names, SoundCode soundCode) {
        this.names = names.toArray(String[]::new);
        this.soundCode = soundCode;
        this.exact = index(name -> name);
        this.squeezed = index(Spelling::squeezed);
        this.undisguised = index(Spelling::undisguised);
        this.consonants = index(Spelling::consonants);
        this.sounds = index(soundCode::of);
        this.deletions = deletions();
        this.alphabetical = new AlphabeticalNames(this.names);
    }

    private HashIndex index(UnaryOperator<String> spelling) {
        HashIndex.Builder index = new HashIndex.Builder();
        for (int id = 0; id < names.length; id++) {
            index.add(HashIndex.hash(spelling.apply(names[id])), id);
        }
        return index.build();
    }

    private HashIndex deletions() {
        HashIndex.Builder index = new HashIndex.Builder();
        for (int id = 0; id < names.length; id++) {
            String name = names[id];
            boolean fit = name.length() >= SHORTEST_MISSPELT && name.length() <= LONGEST;
            for (int i = -1; fit && i < name.length(); i++) {
                index.add(HashIndex.hashWithout(name, i), id);
            }
        }
        return index.build();
    }

    String name(int id) {
        return names[id];
    }

    /** The number of exactly that name, or -1. */
    int idOf(CharSequence word) {
        int id = exact.first(HashIndex.hash(word));
        return id >= 0 && names[id].contentEquals(word) ? id : -1;
    }

    /** Names that are one typing error away from a word; none for a word of fewer than four letters. */
    void misspelt(String word, IntConsumer found) {
        if (word.length() < SHORTEST_MISSPELT) {
            return;
        }
        for (int i = -1; i < word.length(); i++) {
            alike(deletions, HashIndex.hashWithout(word, i), name -> isMisspelling(word, name), found);
        }
    }

    /** A short word must at least begin as the name does: "tally" is not "sally". */
    private static boolean isMisspelling(String word, String name) {
        boolean sameStart = word.charAt(0) == name.charAt(0);
        boolean longEnough = Math.min(word.length(), name.length()) >= 6;
        return (sameStart || longEnough) && EditDistance.between(word, name) == 1;
    }

    /** Names that sound like a word and look much like it. */
    void soundingLike(String word, IntConsumer found) {
        String code = word.length() < SHORTEST_BY_SOUND ? "" : soundCode.of(word);
        if (!code.isEmpty()) {
            int most = word.length() < SHORTEST_FAR ? 1 : word.length() / 2;
            alike(sounds, HashIndex.hash(code), name -> EditDistance.between(word, name) <= most, found);
        }
    }

    /** Names that are another spelling of a word that is a name itself: "jayden" for "jaydon", but not "lola" for "lila". */
    void saidLike(String word, IntConsumer found) {
        soundingLike(word, id -> {
            String name = names[id];
            int most = Math.min(word.length(), name.length()) / 4;
            if (Spelling.soundsAlikeAtFirst(word, name) && EditDistance.between(word, name) <= most) {
                found.accept(id);
            }
        });
    }

    /** Names that are a word once runs of the same letter count as one letter. */
    void squeezed(String word, IntConsumer found) {
        String key = Spelling.squeezed(word);
        alike(squeezed, HashIndex.hash(key), name -> Spelling.squeezed(name).equals(key), found);
    }

    /** Names that a word spells with digits and signs in place of letters. */
    void undisguised(String word, IntConsumer found) {
        String key = Spelling.undisguised(word);
        if (!key.isEmpty()) {
            alike(
                    undisguised,
                    HashIndex.hash(key),
                    name -> Spelling.undisguised(name).equals(key),
                    found);
        }
    }

    /** Names of which a word keeps nothing but the consonants. */
    void withConsonants(String word, IntConsumer found) {
        alike(
                consonants,
                HashIndex.hash(word),
                name -> Spelling.consonants(name).equals(word),
                found);
    }

    /** Names that begin so, unless they are too many to say anything. */
    void startingWith(String start, IntConsumer found) {
        alphabetical.startingWith(start, MOST_ALIKE, found);
    }

    private void alike(HashIndex index, long hash, Predicate<String> test, IntConsumer found) {
        int[] ids = index.get(hash);
        for (int i = 0; i < Math.min(ids.length, MOST_ALIKE); i++) {
            if (test.test(names[ids[i]])) {
                found.accept(ids[i]);
            }
        }
    }

    /** Gives every distinct name a number. */
    static final class Builder {
        private final Map<String, Integer> ids = new HashMap<>();
        private final List<String> names = new ArrayList<>();

        /** The number of a name, which is new or known already. */
        int add(String name) {
            return ids.computeIfAbsent(name, key -> {
                names.add(key);
                return names.size() - 1;
            });
        }

        Lexicon build(SoundCode soundCode) {
            return new Lexicon(names, soundCode);
        }
    }
}
