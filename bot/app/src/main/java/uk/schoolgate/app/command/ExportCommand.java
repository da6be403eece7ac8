package uk.schoolgate.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.app.wiring.LiveStore;
import uk.schoolgate.core.keeping.PersonalData;
import uk.schoolgate.core.keeping.Subject;
import uk.schoolgate.core.keeping.SubjectAccess;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;

/** {@code export}: a subject-access pack. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes what is kept about one person, for a subject access request, with everybody else masked.",
            "Read it through before you hand it out: masking knows the names on the roll, not every nickname.",
            "Signs that a child may be at risk and allegations against staff are left out; how many, and who was told",
            "of them, goes to standard error: whether they may be given out is for those people to decide."
        },
        footer = {"", OpenStore.FOOTER})
public final class ExportCommand implements Callable<Integer> {
    @Mixin
    private final SchoolOption school = new SchoolOption();

    @Mixin
    private final PersonOption person = new PersonOption();

    @Option(names = "--out", paramLabel = "FILE", description = "where to write it; standard output if left out")
    private @Nullable Path out;

    @Override
    public Integer call() {
        PhoneNumberParser phones = new PhoneNumberParser();
        SchoolFolder folder = school.readOne(phones);
        PersonId who = person.read(phones, folder.roll());
        try (LiveStore live = OpenStore.open()) {
            Subject subject = Subjects.of(who, folder, live);
            PersonalData data = PersonalData.of(
                    subject, folder.school().code(), live.store().archive(), live.sealer());
            SubjectAccess pack = SubjectAccess.of(subject, data, folder.roll());
            write(json(folder, who, pack).toPrettyString() + "\n");
            System.err.println(
                    pack.records().size() + " records and " + pack.trail().size() + " audit entries written; searched "
                            + EraseCommand.searched(data.searched()));
            sayWhatIsWithheld(pack.withheld(), folder.roll());
        }
        return 0;
    }

    private static void sayWhatIsWithheld(SubjectAccess.Withheld withheld, Roll roll) {
        if (withheld.records() > 0) {
            String people = withheld.heardBy().stream()
                    .map(person -> roll.nameOf(person).orElse(person.value()))
                    .collect(Collectors.joining(", "));
            String whom = people.isEmpty() ? "the safeguarding lead and the headteacher" : people;
            System.err.println(withheld.records() + " more left out: ask " + whom + " before you answer the request");
        }
    }

    private void write(String text) {
        try {
            if (out == null) {
                System.out.print(text);
            } else {
                Files.writeString(out, text, StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + out + " cannot be written", e);
        }
    }

    private static ObjectNode json(SchoolFolder folder, PersonId who, SubjectAccess pack) {
        ObjectNode json = JsonLines.object();
        json.put("school", folder.school().name());
        json.put("person", who.value());
        json.put("made", Instant.now().toString());
        json.put(
                "about",
                "Everything that Schoolgate keeps about you. Messages without a finding are not kept. Other people's names"
                        + " and contact details are masked.");
        json.put(
                "kept",
                "What nobody confirmed: "
                        + folder.school().retention().unconfirmed().toDays()
                        + " school days after it was closed. What was handed to the school: "
                        + folder.school().retention().delivered().toDays() + " days after the school had it.");
        pack.records().forEach(entry -> entry(entry, json.withArray("records").addObject()));
        pack.trail()
                .forEach(action -> json.withArray("what you did")
                        .addObject()
                        .put("at", action.at().toString())
                        .put("action", action.action())
                        .put("subject", action.subject()));
        remembered(pack, json);
        return json;
    }

    private static void remembered(SubjectAccess pack, ObjectNode json) {
        ObjectNode remembered = json.putObject("remembered beside");
        pack.traces().language().ifPresent(language -> remembered.put("language", language.ownName()));
        pack.traces().incidents().forEach(remembered.withArray("your messages that were handed to the school")::add);
        pack.traces().marks().forEach(remembered.withArray("what you were told or said lately")::add);
        ArrayNode notes = remembered.withArray("to reach you on WhatsApp or in Teams");
        pack.notes().forEach(note -> notes.addObject().put("name", note.what()).put("content", note.text()));
    }

    private static void entry(SubjectAccess.Entry entry, ObjectNode json) {
        json.put("why you are told of it", entry.relation());
        json.put("written at", entry.at().toString());
        json.put("group", entry.where());
        json.put("text", entry.text());
        entry.later().forEach(json.withArray("later")::add);
        entry.found().forEach(json.withArray("found")::add);
        entry.clauses().forEach(json.withArray("policy")::add);
        json.put("state", entry.state());
        json.put("reference", entry.reference());
    }
}
