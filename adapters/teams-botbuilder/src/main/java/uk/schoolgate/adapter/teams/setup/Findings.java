package uk.schoolgate.adapter.teams.setup;

import java.util.ArrayList;
import java.util.List;

/** What a check-up has found so far, in its order. */
final class Findings {
    private final List<Doctor.Finding> found = new ArrayList<>();

    void good(String text) {
        found.add(new Doctor.Finding(true, text));
    }

    void mend(String text) {
        found.add(new Doctor.Finding(false, text));
    }

    List<Doctor.Finding> list() {
        return List.copyOf(found);
    }
}
