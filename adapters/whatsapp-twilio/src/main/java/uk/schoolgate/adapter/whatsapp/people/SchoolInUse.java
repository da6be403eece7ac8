package uk.schoolgate.adapter.whatsapp.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.core.message.Button;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/** Which school of several on one number somebody deals with; where there is only one, nothing is remembered. */
public final class SchoolInUse {
    private static final Duration KEPT = Duration.ofDays(400);

    /** Longer than a concern waits for anybody. */
    private static final Duration BUTTONS_KEPT = Duration.ofDays(10);

    private final ServedSchools schools;
    private final Notebook notebook;
    private final Clock clock;

    public SchoolInUse(ServedSchools schools, Notebook notebook, Clock clock) {
        this.schools = schools;
        this.notebook = notebook;
        this.clock = clock;
    }

    private boolean areSeveral() {
        return schools.all().size() > 1;
    }

    /** Somebody has just written to this school. */
    public void used(SchoolCode school, PersonId person) {
        if (areSeveral()) {
            notebook.write(school, usedKey(person), clock.instant().toString(), KEPT);
        }
    }

    /** When somebody wrote to it last; the beginning of time where they never did. */
    public Instant lastUsed(SchoolCode school, PersonId person) {
        return notebook.read(school, usedKey(person)).map(Instant::parse).orElse(Instant.EPOCH);
    }

    /** A school is about to show somebody these buttons. */
    public void shows(SchoolCode school, PersonId person, List<Button> buttons) {
        if (areSeveral()) {
            buttons.forEach(
                    button -> notebook.write(school, buttonKey(person, button.action()), school.value(), BUTTONS_KEPT));
        }
    }

    /** Whether a school has shown somebody a button of that action. */
    public boolean hasShown(SchoolCode school, PersonId person, String action) {
        return notebook.read(school, buttonKey(person, action)).isPresent();
    }

    private static String usedKey(PersonId person) {
        return "whatsapp:used:" + person.value();
    }

    private static String buttonKey(PersonId person, String action) {
        return "whatsapp:button:" + person.value() + ":" + action;
    }
}
