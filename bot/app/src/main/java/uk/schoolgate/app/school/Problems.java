package uk.schoolgate.app.school;

import java.util.ArrayList;
import java.util.List;

/** Collects problems while a folder is read, so that a person sees all of them at once. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(Problem problem) {
        found.add(problem);
    }

    List<Problem> list() {
        return List.copyOf(found);
    }
}
