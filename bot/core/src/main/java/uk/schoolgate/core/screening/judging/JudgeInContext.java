package uk.schoolgate.core.screening.judging;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.schoolgate.core.text.Fingerprint;

/**
 * Reads what was said before a message only where that can change what the message means: where it names somebody, where
 * it isn't plainly harmless alone, or where what was said before isn't. Of an ordinary day's messages few are left, and
 * reading the others alone takes less than half of the time; and what groups say again and again, such as “thanks”, it
 * reads once. It remembers hashes and figures, no texts.
 */
public final class JudgeInContext implements Judge {
    /** A message in which no signal is likelier than this is plainly harmless. */
    private static final double FAINT = 0.05;
    /** A message is asked about again while it is among the last few of its group, and where somebody says the same. */
    private static final int REMEMBERED = 4096;

    /** Of a message with more places than these, only the figures are remembered: thousands of them would fill the memory. */
    private static final int MOST_PLACES = 32;

    private static final int KEY_BYTES = 16;

    private final Judge judge;
    private final Map<String, Judgement> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Judgement> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** @param judge reads every message with what it is given of what was said before */
    public JudgeInContext(Judge judge) {
        this.judge = judge;
    }

    @Override
    public Judgement judge(MarkedText message, List<MarkedText> before) {
        if (!message.markings().isEmpty() || !before.stream().allMatch(this::isHarmless)) {
            return judge.judge(message, before);
        }
        Judgement alone = alone(message);
        return before.isEmpty() || isHarmless(alone) ? alone : judge.judge(message, before);
    }

    private boolean isHarmless(MarkedText earlier) {
        String key = keyOf(earlier);
        Judgement remembered = known.get(key);
        return isHarmless(remembered == null ? read(earlier, key) : remembered);
    }

    private Judgement alone(MarkedText message) {
        String key = keyOf(message);
        Judgement remembered = known.get(key);
        return remembered == null || remembered.evidence().isEmpty() ? read(message, key) : remembered;
    }

    private Judgement read(MarkedText text, String key) {
        Judgement alone = judge.judge(text, List.of());
        boolean isShort = alone.evidence().size() + alone.senses().size() <= MOST_PLACES;
        known.put(key, isShort ? alone : new Judgement(List.of(), alone.signals(), List.of()));
        return alone;
    }

    private static boolean isHarmless(Judgement alone) {
        return alone.signals().values().stream().allMatch(likely -> likely < FAINT);
    }

    /** The same for what is judged the same: also where the text comes from in the message, as evidence points there. */
    private static String keyOf(MarkedText text) {
        String marks =
                text.markings().stream().map(marking -> marking.mark().name()).collect(Collectors.joining(" "));
        String places = Arrays.toString(text.starts()) + Arrays.toString(text.ends());
        return Fingerprint.of(text.shown() + "\n" + marks + places, KEY_BYTES);
    }
}
