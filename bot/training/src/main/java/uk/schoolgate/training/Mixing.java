package uk.schoolgate.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Makes the model find one bad sentence among harmless ones, and ignore what was said before where it does not matter: puts
 * messages one after the other, and before one another.
 */
final class Mixing {
    private static final double JOINED = 0.25;
    /** Seldom enough that context still counts; at half of this, one in forty harmless messages took on what was before. */
    private static final double WITH_STRANGE_CONTEXT = 0.3;

    private static final int MOST_BEFORE = 3;
    private static final int LONGEST_JOINED = 120;
    private static final int LONGEST_CONTEXT = 40;
    private static final int LONGEST_IN_CONTEXT = 48;

    private final List<Example> examples;
    private final Random random;

    Mixing(List<Example> examples, Random random) {
        this.examples = examples;
        this.random = random;
    }

    /** An example as it is, or mixed with others. */
    Example mixed(Example example) {
        double draw = random.nextDouble();
        if (draw < JOINED && example.before().length == 0) {
            return joined(example);
        }
        boolean inContext = draw < JOINED + WITH_STRANGE_CONTEXT
                && example.before().length == 0
                && example.ids().length <= LONGEST_IN_CONTEXT;
        return inContext ? withContext(example) : example;
    }

    private Example any() {
        return examples.get(random.nextInt(examples.size()));
    }

    private Example joined(Example example) {
        Example joined = example;
        int more = 1 + random.nextInt(3);
        for (int i = 0; i < more; i++) {
            Example other = any();
            if (other.before().length == 0 && joined.ids().length + other.ids().length <= LONGEST_JOINED) {
                joined = random.nextBoolean() ? join(joined, other) : join(other, joined);
            }
        }
        return joined;
    }

    private static Example join(Example a, Example b) {
        int shift = a.ids().length;
        List<Example.Sense> senses = new ArrayList<>(a.senses());
        b.senses().forEach(sense -> senses.add(new Example.Sense(sense.token() + shift, sense.sense())));
        List<Example.Carrier> carriers = new ArrayList<>(a.carriers());
        b.carriers().forEach(c -> carriers.add(new Example.Carrier(c.signal(), c.from() + shift, c.to() + shift)));
        float[] signals = a.signals().clone();
        for (int i = 0; i < signals.length; i++) {
            signals[i] = Math.max(signals[i], b.signals()[i]);
        }
        int[] ids =
                IntStream.concat(IntStream.of(a.ids()), IntStream.of(b.ids())).toArray();
        return new Example(ids, new int[0], senses, signals, carriers);
    }

    /** Behind one to three others, of which no more is kept than a group's last words. */
    private Example withContext(Example example) {
        int[] said = IntStream.rangeClosed(0, random.nextInt(MOST_BEFORE))
                .flatMap(_ -> IntStream.of(any().ids()))
                .toArray();
        int[] before = IntStream.of(said)
                .skip(Math.max(0, said.length - LONGEST_CONTEXT))
                .toArray();
        return new Example(example.ids(), before, example.senses(), example.signals(), example.carriers());
    }
}
