package uk.schoolgate.app.command;

import picocli.CommandLine.Option;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;

/** The {@code --person} option of the commands about one person's data. */
final class PersonOption {
    @Option(
            names = "--person",
            paramLabel = "WHO",
            required = true,
            description = "a phone number such as +447700900131, or the id of a member of staff or a pupil on the roll")
    private String who = "";

    /** The person, whether on the roll or not; somebody who is not is said on standard error. */
    PersonId read(PhoneNumberParser phones, Roll roll) {
        if (who.isBlank()) {
            throw new CommandFailedException("--person needs a phone number or an id");
        }
        PersonId person = phones.parse(who).orElseGet(() -> new PersonId(who.strip()));
        boolean known =
                roll.nameOf(person).isPresent() || roll.pupil(person.value()).isPresent();
        if (!known) {
            System.err.println("nobody on the roll has this number or id; the store is searched for it all the same");
        }
        return person;
    }
}
