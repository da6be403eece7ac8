package uk.schoolgate.core.screening.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.schoolgate.core.text.EditDistance;
import uk.schoolgate.core.text.SoundCode;
import uk.schoolgate.core.text.WordList;

/** Names that can be found although they are misspelt: by their first letter and typing errors, or by their sound. */
final class Similar {
    private static final int SHORTEST = 3;

    private final Map<Character, List<String>> byFirstLetter = new HashMap<>();
    private final Map<String, List<String>> bySound = new HashMap<>();
    private final WordList words;
    private final SoundCode sounds;

    Similar(Collection<String> names, WordList words, SoundCode sounds) {
        this.words = words;
        this.sounds = sounds;
        for (String name : names) {
            if (name.length() >= SHORTEST) {
                byFirstLetter
                        .computeIfAbsent(name.charAt(0), letter -> new ArrayList<>())
                        .add(name);
                bySound.computeIfAbsent(sounds.of(name), code -> new ArrayList<>())
                        .add(name);
            }
        }
    }

    /** The names that a word most likely misspells; none if it is too far from all of them. */
    List<String> nearest(String key) {
        if (key.length() < SHORTEST || key.length() > Spelling.LONGEST) {
            return List.of();
        }
        Nearest nearest = new Nearest(key);
        boolean known = words.contains(key);
        nearest.offer(byFirstLetter.getOrDefault(key.charAt(0), List.of()), typingErrors(key, known));
        String sound = sounds.of(key);
        if (!sound.isEmpty()) {
            nearest.offer(bySound.getOrDefault(sound, List.of()), soundErrors(key, known));
        }
        return nearest.names;
    }

    /** A known word is more likely itself than a slip, and a short word is near to many names. */
    private static int typingErrors(String key, boolean known) {
        if (known) {
            return key.length() >= 6 ? 1 : 0;
        }
        return key.length() < 5 ? 0 : key.length() < 8 ? 1 : 2;
    }

    private static int soundErrors(String key, boolean known) {
        return known ? key.length() / 4 : Math.max(1, key.length() / 3);
    }

    private static final class Nearest {
        private final String key;
        private final List<String> names = new ArrayList<>();
        private int errors = Integer.MAX_VALUE;

        Nearest(String key) {
            this.key = key;
        }

        void offer(List<String> candidates, int most) {
            for (String name : candidates) {
                if (Math.abs(name.length() - key.length()) <= most) {
                    consider(name, most);
                }
            }
        }

        private void consider(String name, int most) {
            int distance = EditDistance.between(key, name);
            if (distance > most || distance > errors || names.contains(name)) {
                return;
            }
            if (distance < errors) {
                names.clear();
                errors = distance;
            }
            names.add(name);
        }
    }
}
