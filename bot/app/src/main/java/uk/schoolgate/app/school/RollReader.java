package uk.schoolgate.app.school;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.PersonId;

/** Reads {@code roll/}: pupils, staff and contacts. A school may leave any of them out. */
final class RollReader {
    private static final String PUPILS = "roll/pupils.csv";
    private static final String STAFF = "roll/staff.csv";
    private static final String CONTACTS = "roll/contacts.csv";

    private final Path folder;
    private final Problems problems;
    private final PhoneNumberParser phones;

    RollReader(Path folder, PhoneNumberParser phones, Problems problems) {
        this.folder = folder;
        this.phones = phones;
        this.problems = problems;
    }

    Roll read() {
        List<Pupil> pupils = pupils();
        return new Roll(pupils, staff(), contacts(pupils));
    }

    private CsvTable table(String file, List<String> required, List<String> optional) {
        return CsvTable.read(folder.resolve(file), file, required, optional, problems);
    }

    private boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    private List<Pupil> pupils() {
        List<Pupil> pupils = new ArrayList<>();
        if (!has(PUPILS)) {
            problems.add(Problem.warning(PUPILS, "is not there: names are not recognised, only words are screened"));
            return pupils;
        }
        Set<String> ids = new HashSet<>();
        List<String> columns = List.of("id", "forename", "surname", "preferred_name", "year", "class");
        for (CsvTable.Row row : table(PUPILS, columns, List.of()).rows()) {
            Optional<String> id = row.required("id");
            Optional<String> forename = row.required("forename");
            Optional<String> surname = row.required("surname");
            row.required("class");
            if (id.isPresent() && !ids.add(id.get())) {
                row.error("id", "the id is there twice");
            } else if (id.isPresent() && forename.isPresent() && surname.isPresent()) {
                pupils.add(new Pupil(
                        id.get(),
                        forename.get(),
                        surname.get(),
                        row.optional("preferred_name"),
                        row.value("year"),
                        row.value("class")));
            }
        }
        return pupils;
    }

    private List<StaffMember> staff() {
        List<StaffMember> staff = new ArrayList<>();
        if (!has(STAFF)) {
            problems.add(
                    Problem.warning(STAFF, "is not there: messages about staff are recognised by role words only"));
            return staff;
        }
        Set<String> ids = new HashSet<>();
        List<String> columns = List.of("id", "title", "forename", "surname", "role", "aliases");
        for (CsvTable.Row row : table(STAFF, columns, List.of("email")).rows()) {
            Optional<String> id = row.required("id");
            Optional<String> surname = row.required("surname");
            Optional<String> email = row.optional("email");
            if (email.isPresent() && !EmailAddress.isValid(email.get())) {
                row.error("email", "is not an e-mail address");
            }
            if (id.isPresent() && !ids.add(id.get())) {
                row.error("id", "the id is there twice");
            } else if (id.isPresent() && surname.isPresent()) {
                staff.add(new StaffMember(
                        new PersonId(id.get()),
                        row.value("title"),
                        row.value("forename"),
                        surname.get(),
                        row.value("role"),
                        aliases(row.value("aliases")),
                        email));
            }
        }
        return staff;
    }

    private static List<String> aliases(String written) {
        return Arrays.stream(written.split("\\|", -1))
                .map(String::strip)
                .filter(alias -> !alias.isEmpty())
                .toList();
    }

    private List<Contact> contacts(List<Pupil> pupils) {
        List<Contact> contacts = new ArrayList<>();
        if (!has(CONTACTS)) {
            if (!pupils.isEmpty()) {
                problems.add(Problem.warning(CONTACTS, "is not there: a parent's own child is not told from others'"));
            }
            return contacts;
        }
        Set<String> ids = new HashSet<>();
        pupils.forEach(pupil -> ids.add(pupil.id()));
        List<String> columns = List.of("phone", "name", "relationship", "pupil_id");
        for (CsvTable.Row row : table(CONTACTS, columns, List.of()).rows()) {
            Optional<PersonId> phone = row.required("phone").flatMap(phones::parse);
            if (phone.isEmpty() && !row.value("phone").isEmpty()) {
                row.error("phone", "is not a telephone number");
            }
            String pupil = row.required("pupil_id").orElse("");
            if (!pupil.isEmpty() && !ids.contains(pupil)) {
                row.error("pupil_id", "there is no pupil with this id in " + PUPILS);
            }
            phone.ifPresent(
                    number -> contacts.add(new Contact(number, row.value("name"), row.value("relationship"), pupil)));
        }
        return contacts;
    }
}
