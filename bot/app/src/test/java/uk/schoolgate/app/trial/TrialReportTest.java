package uk.schoolgate.app.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.schoolgate.app.school.Models;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.text.Span;

/** Which names a masked report shows. */
class TrialReportTest {
    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 11, 10, 9, 0);
    private static final Roll ROLL = new Roll(
            List.of(),
            List.of(staff("S01", "Halloran"), staff("S02", "Cook"), staff("S03", "Patel")),
            List.of(new Contact(new PersonId("+447700900132"), "Sarah May", "mother", "P01")));

    @TempDir
    Path folder;

    private static StaffMember staff(String id, String surname) {
        return new StaffMember(new PersonId(id), "Mrs", "Jo", surname, "Teacher", List.of(), Optional.empty());
    }

    /** The report about a message in which the insult alone was found, by somebody who goes by Dan Smith. */
    private String reportOf(String text, String insult, boolean showNames) throws IOException {
        TrialReport report = new TrialReport(
                "WhatsApp Chat with Dan Smith.txt", ROLL, Models.english().words(), showNames);
        int start = text.indexOf(insult);
        Finding finding = new Finding(
                Category.STAFF_ATTACK,
                List.of(Span.of(text, start, start + insult.length())),
                List.of(),
                0.9,
                List.of(),
                "It insults a member of staff.");
        report.add(1, MORNING, "Dan Smith", text, new Screening(List.of(finding), Set.of()));
        report.write(folder);
        return Files.readString(folder.resolve("report.html")) + Files.readString(folder.resolve("findings.jsonl"));
    }

    @Test
    void namesInSmallLettersAreMaskedToo() throws IOException {
        assertThat(reportOf("halloran is useless, ask sarah or dan, or patel's mum", "useless", false))
                .contains("[NAME] is useless, ask [NAME] or [NAME], or [NAME]'s mum")
                .doesNotContain("halloran", "sarah", "patel");
    }

    @Test
    void anOrdinaryWordStaysWhereNothingShowsThatItIsAName() throws IOException {
        assertThat(reportOf("you may cook dinner, the idiot", "idiot", false))
                .contains("you may cook dinner, the idiot");
        assertThat(reportOf("cook is useless, you may say", "cook is useless", false))
                .contains("[NAME] is useless, you may say");
    }

    @Test
    void theNameOfTheFileIsMasked() throws IOException {
        assertThat(reportOf("useless", "useless", false))
                .contains("WhatsApp Chat with [NAME] [NAME].txt")
                .doesNotContain("Dan", "Smith");
        assertThat(reportOf("useless", "useless", true)).contains("WhatsApp Chat with Dan Smith.txt");
    }
}
