package uk.schoolgate.core.screening.staff;

import java.util.HashSet;
import java.util.Set;

/**
 * The classes, years and subjects that somebody teaches or that a role is said of.
 *
 * @param classes folded names of classes
 * @param years as the roll writes them, folded: "4", "r"
 * @param subjects school subjects
 */
record Scope(Set<String> classes, Set<String> years, Set<String> subjects) {
    Scope() {
        this(new HashSet<>(), new HashSet<>(), new HashSet<>());
    }

    boolean isEmpty() {
        return classes.isEmpty() && years.isEmpty() && subjects.isEmpty();
    }

    void addAll(Scope other) {
        classes.addAll(other.classes);
        years.addAll(other.years);
        subjects.addAll(other.subjects);
    }
}
