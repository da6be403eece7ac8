package uk.schoolgate.core.screening.naming;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.text.Sentence;

/**
 * A sentence with what narrows down who is meant in it.
 *
 * @param line its words
 * @param sentence its index
 * @param group numbers of the classes that the group is about; empty where it is about all
 * @param own numbers of the author's own children, ascending
 * @param places for every word the classes that are said from there on, if any are
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; made for every sentence of every message
record Passage(Line line, int sentence, int[] group, int[] own, List<Optional<int[]>> places) {
    private static final int MOST_WORDS = 4;

    static Passage of(String text, Sentence sentence, int index, int[] group, int[] own, RollNames names) {
        List<Optional<int[]>> places = new ArrayList<>();
        for (int i = 0; i < sentence.words().size(); i++) {
            places.add(Place.after(sentence.words(), i, names.classes()));
        }
        return new Passage(Line.of(text, sentence.words()), index, group, own, places);
    }

    /** What a form finds at a word, among the children of the place that is said right after it, else of the group. */
    Optional<Found> find(NameForm form, int word) {
        for (int length = 1; length <= MOST_WORDS; length++) {
            Optional<int[]> place = placeAt(word + length);
            if (place.isPresent()) {
                int words = length;
                Optional<Found> found = form.at(line, word, place.get()).filter(it -> it.words() == words);
                if (found.isPresent()) {
                    return place.get().length > 0 ? found : found.map(Found::elsewhere);
                }
            }
        }
        return form.at(line, word, group);
    }

    private Optional<int[]> placeAt(int word) {
        return word < places.size() ? places.get(word) : Optional.empty();
    }
}
