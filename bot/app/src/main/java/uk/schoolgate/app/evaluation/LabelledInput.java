package uk.schoolgate.app.evaluation;

import java.util.List;
import java.util.Set;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.screening.ScreeningInput;

/** Makes of a labelled message what screening takes. */
final class LabelledInput {
    private final School school;
    private final PhoneNumberParser phones;

    LabelledInput(School school, PhoneNumberParser phones) {
        this.school = school;
        this.phones = phones;
    }

    ScreeningInput of(LabelledMessage message) {
        Set<String> classes =
                school.groupNamed(message.group()).map(Group::classes).orElse(Set.of());
        PersonId author = phones.parse(message.author()).orElseGet(() -> new PersonId(message.author()));
        List<String> before =
                message.before().stream().map(LabelledMessage.Earlier::text).toList();
        return new ScreeningInput(message.text(), author, classes, List.of(), before);
    }
}
