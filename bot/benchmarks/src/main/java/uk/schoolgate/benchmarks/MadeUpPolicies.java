package uk.schoolgate.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;

/** Policies of any number and length, of words of school life in no order. */
final class MadeUpPolicies {
    private static final int WORDS_A_PASSAGE = 25;
    private static final List<String> WORDS = List.of(
            "uniform",
            "attendance",
            "phone",
            "parents",
            "children",
            "must",
            "may",
            "report",
            "absence",
            "teacher",
            "complaint",
            "photos",
            "lunch",
            "medicine",
            "trip",
            "homework",
            "behaviour",
            "office",
            "writing",
            "days");

    private MadeUpPolicies() {}

    /**
     * @param passages how many each has
     * @param seed other words for another seed
     */
    static List<PolicyDocument> of(int policies, int passages, int seed) {
        Random random = new Random(seed);
        List<PolicyDocument> all = new ArrayList<>();
        for (int policy = 0; policy < policies; policy++) {
            List<Passage> texts = new ArrayList<>();
            for (int i = 0; i < passages; i++) {
                texts.add(passage(i, "Clause " + policy + "." + i + ":", random));
            }
            all.add(new PolicyDocument(
                    "p" + policy, "Policy " + policy, Audience.EVERYONE, PolicyDocument.Facts.NONE, texts));
        }
        return all;
    }

    private static Passage passage(int number, String start, Random random) {
        StringBuilder text = new StringBuilder(start);
        for (int word = 0; word < WORDS_A_PASSAGE; word++) {
            text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return new Passage(
                number,
                Passage.Kind.PARAGRAPH,
                List.of("Section " + number / 10),
                OptionalInt.empty(),
                "",
                text.toString(),
                OptionalInt.empty(),
                false);
    }
}
