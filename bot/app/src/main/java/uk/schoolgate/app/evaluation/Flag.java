package uk.schoolgate.app.evaluation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.schoolgate.core.screening.Category;

/**
 * What messages are counted by.
 *
 * @param name for people
 * @param categories any of these counts
 */
record Flag(String name, Set<Category> categories) {
    static final Flag CHILD = new Flag(
            "NAMES_CHILD identifying/sensitive", EnumSet.of(Category.CHILD_IDENTIFYING, Category.CHILD_SENSITIVE));
    static final Flag STAFF =
            new Flag("STAFF attack/allegation", EnumSet.of(Category.STAFF_ATTACK, Category.STAFF_ALLEGATION));

    /** What the judge says that people would be troubled with. */
    static final List<Flag> JUDGED =
            List.of(CHILD, STAFF, of(Category.THREAT), of(Category.HATE), of(Category.SAFEGUARDING));

    /** All that people would be troubled with. */
    static final List<Flag> TROUBLING = Stream.concat(JUDGED.stream(), Stream.of(of(Category.CONTACT_DETAILS)))
            .toList();

    /** Each category that a text can have. */
    static final List<Flag> SINGLE = Arrays.stream(Category.values())
            .filter(category -> category != Category.PHOTO)
            .map(Flag::of)
            .toList();

    private static Flag of(Category category) {
        return new Flag(category.name(), EnumSet.of(category));
    }
}
