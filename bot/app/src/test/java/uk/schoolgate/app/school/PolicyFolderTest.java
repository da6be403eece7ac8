package uk.schoolgate.app.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.schoolgate.adapter.documents.TikaPolicyReader;
import uk.schoolgate.app.school.PolicyFolder.Policies;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.PolicyDocument;

class PolicyFolderTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Policies read() {
        return PolicyFolder.read(folder, new TikaPolicyReader());
    }

    private static List<String> lines(List<Problem> problems) {
        return problems.stream().map(Problem::asLine).toList();
    }

    @Test
    void theFolderDecidesWhoMaySeeAPolicy() throws IOException {
        write("policies/everyone/a.txt", "Text for all.");
        write("policies/b.txt", "Text for all.");
        write("policies/staff/c.txt", "Text for staff.");
        write("policies/governors/d.txt", "Text for nobody knows whom.");
        assertThat(read().documents())
                .extracting(PolicyDocument::file, PolicyDocument::audience)
                .containsExactlyInAnyOrder(
                        tuple("a.txt", Audience.EVERYONE),
                        tuple("b.txt", Audience.EVERYONE),
                        tuple("c.txt", Audience.STAFF));
        assertThat(lines(read().problems()))
                .singleElement()
                .asString()
                .startsWith("warning: policies/governors: is not read");
    }

    @Test
    void whatCannotBeQuotedIsNamedAndTheRestIsRead() throws IOException {
        write("policies/everyone/a.txt", "Text for all.");
        write("policies/everyone/empty.pdf", "");
        write("policies/everyone/picture.png", "x");
        write("policies/everyone/.hidden.txt", "x");
        write("policies/staff/a.txt", "The same name again.");
        assertThat(read().documents()).extracting(PolicyDocument::file).containsExactly("a.txt");
        assertThat(lines(read().problems()))
                .containsExactly(
                        "warning: policies/everyone/empty.pdf: cannot be quoted: it is empty (0 bytes): copy it into the folder again",
                        "warning: policies/everyone/picture.png: is not read: use PDF, DOCX, DOC, HTML, Markdown or text",
                        "warning: policies/staff/a.txt: is not read, as it has the name of policies/everyone/a.txt: rename one of them");
    }

    @Test
    void documentsDirectlyInAFolderCanBeTriedOut() throws IOException {
        write("a.txt", "Text.");
        assertThat(PolicyFolder.tryOut(folder, new TikaPolicyReader()).documents())
                .hasSize(1);
        assertThat(read().documents()).isEmpty();
    }

    @Test
    void aPolicyThatIsPartlyAScanIsReported() {
        PolicyDocument policy = new PolicyDocument(
                "half.pdf", "Half", Audience.EVERYONE, PolicyDocument.Facts.NONE, List.of(), List.of(2, 3));
        assertThat(lines(PolicyChecks.of(List.of(policy), TODAY)))
                .anyMatch(problem -> problem.contains("half.pdf: is partly a scan: page(s) 2, 3 are pictures"));
    }

    private static String complaints(String adopted, String days) {
        return """
                Complaints Policy
                Adopted: March %s
                Next review: March %d

                The headteacher will acknowledge a formal complaint in writing within %s school days of receiving it.
                """.formatted(adopted, Integer.parseInt(adopted) + 2, days);
    }

    @Test
    void overdueReviewsAndMissingPoliciesAreReported() throws IOException {
        write("policies/complaints.txt", complaints("2024", "5"));
        write("policies/odd.txt", "Odd Policy\n\nNothing about dates here.\n");
        assertThat(lines(PolicyChecks.of(read().documents(), TODAY)))
                .contains(
                        "warning: complaints.txt: was due for review on 2026-03-31",
                        "warning: odd.txt: says nowhere when it is to be reviewed",
                        "warning: policies: there is no safeguarding policy: questions about it go unanswered");
    }

    @Test
    void ofTwoVersionsTheNewerIsQuoted() throws IOException {
        write("policies/complaints-2024.txt", complaints("2024", "5"));
        write("policies/complaints-2026.txt", complaints("2026", "3"));
        List<PolicyDocument> documents = read().documents();
        assertThat(PolicyVersions.inForce(documents, TODAY))
                .extracting(PolicyDocument::file)
                .containsExactly("complaints-2026.txt");
        assertThat(lines(PolicyChecks.of(documents, TODAY)))
                .contains(
                        "warning: complaints-2024.txt: is an older version of complaints-2026.txt and is not quoted: take it out")
                .noneMatch(problem -> problem.contains("out of date"));
    }

    @Test
    void aVersionThatHoldsFromALaterDayWaitsForIt() throws IOException {
        write("policies/complaints-2024.txt", complaints("2024", "5"));
        write("policies/complaints-2027.txt", complaints("2027", "3"));
        List<PolicyDocument> documents = read().documents();
        assertThat(PolicyVersions.inForce(documents, LocalDate.of(2027, 2, 28)))
                .extracting(PolicyDocument::file)
                .containsExactly("complaints-2024.txt");
        assertThat(PolicyVersions.inForce(documents, LocalDate.of(2027, 3, 1)))
                .extracting(PolicyDocument::file)
                .containsExactly("complaints-2027.txt");
        assertThat(lines(PolicyChecks.of(documents, TODAY)))
                .contains(
                        "warning: complaints-2027.txt: is quoted in place of complaints-2024.txt from 2027-03-01 on, the day that it names");
    }

    @Test
    void twoVersionsOfOneDayAreReported() throws IOException {
        write("policies/complaints.txt", complaints("2026", "5"));
        write("policies/complaints-copy.txt", complaints("2026", "3"));
        List<PolicyDocument> documents = read().documents();
        assertThat(PolicyVersions.inForce(documents, TODAY)).hasSize(2);
        assertThat(lines(PolicyChecks.of(documents, TODAY)))
                .anyMatch(problem -> problem.contains("both are quoted: take out the one that no longer holds"));
    }

    private static PolicyDocument policy(String title, String file, PolicyDocument.Facts facts) {
        return new PolicyDocument(file, title, Audience.EVERYONE, facts, List.of());
    }

    private static List<String> inForce(PolicyDocument... policies) {
        return PolicyVersions.inForce(List.of(policies), TODAY).stream()
                .map(PolicyDocument::file)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "Year 5 Homework Policy, Year 6 Homework Policy, 2",
        "KS1 Reading Policy, KS2 Reading Policy, 2",
        "Complaints Policy 2024, Complaints Policy 2026, 1",
        "Complaints Policy 2024-25, Complaints policy v3.1, 1",
        "Complaints policy (1), Complaints Policy 12.09.25, 1"
    })
    void aYearIsOfTheVersionAndAnotherNumberOfTheTitle(String one, String other, int inForce) {
        assertThat(inForce(
                        policy(one, "a.txt", adopted(LocalDate.of(2024, 3, 1))),
                        policy(other, "b.txt", adopted(LocalDate.of(2026, 3, 1)))))
                .hasSize(inForce);
    }

    private static PolicyDocument.Facts adopted(LocalDate day) {
        return new PolicyDocument.Facts(Optional.of(day), Optional.empty());
    }

    private static PolicyDocument.Facts reviewDue(LocalDate day) {
        return new PolicyDocument.Facts(Optional.empty(), Optional.of(day));
    }

    private static PolicyDocument.Facts version(String number) {
        return new PolicyDocument.Facts(Optional.empty(), Optional.empty(), Optional.of(number), Optional.empty());
    }

    @Test
    void aReviewToComeIsNoDayOfAdoption() {
        PolicyDocument adopted = policy("Complaints", "adopted.txt", adopted(LocalDate.of(2026, 3, 1)));
        assertThat(inForce(adopted, policy("Complaints", "b.txt", reviewDue(LocalDate.of(2027, 3, 31)))))
                .hasSize(2);
        assertThat(inForce(adopted, policy("Complaints", "b.txt", reviewDue(LocalDate.of(2025, 3, 31)))))
                .containsExactly("adopted.txt");
    }

    @Test
    void withoutDatesTheNumberOfTheVersionDecides() {
        assertThat(inForce(
                        policy("Complaints", "two.txt", version("2.10")),
                        policy("Complaints", "one.txt", version("2.9"))))
                .containsExactly("two.txt");
        assertThat(inForce(
                        policy("Complaints", "one.txt", version("2")), policy("Complaints", "two.txt", version("2.0"))))
                .hasSize(2);
    }

    /** "3" is newer than "2" by its number, "d" newer than "3" by its adoption, and "2" newer than "d" by its review. */
    @Test
    void whereNobodyCanTellAllAreQuoted() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        Optional<LocalDate> later = Optional.of(day.plusMonths(1));
        assertThat(inForce(
                        policy(
                                "Complaints",
                                "2.txt",
                                new PolicyDocument.Facts(
                                        Optional.empty(),
                                        Optional.of(day.plusYears(3)),
                                        Optional.of("2"),
                                        Optional.empty())),
                        policy(
                                "Complaints",
                                "3.txt",
                                new PolicyDocument.Facts(
                                        Optional.of(day), Optional.empty(), Optional.of("3"), Optional.empty())),
                        policy("Complaints", "d.txt", new PolicyDocument.Facts(later, Optional.of(day.plusYears(2))))))
                .hasSize(3);
    }

    @Test
    void contradictingFiguresAreReported() throws IOException {
        write("policies/complaints.txt", complaints("2026", "five"));
        write("policies/parents.txt", complaints("2026", "3").replace("Complaints", "Parents"));
        write("policies/same.txt", complaints("2026", "5").replace("Complaints", "Another"));
        assertThat(lines(PolicyChecks.of(read().documents(), TODAY)))
                .filteredOn(problem -> problem.contains("out of date"))
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("within 3 school days"));
    }
}
