package uk.schoolgate.app.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.schoolgate.adapter.documents.TikaPolicyReader;
import uk.schoolgate.app.school.PolicyFolder.Policies;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.roll.Pupil;

/** The fictional school is what a first visitor judges us by. */
class ShippedSchoolTest {
    @TempDir
    static Path data;

    private static SchoolFolder school;
    private static Policies policies;

    @BeforeAll
    static void layOut() {
        Path folder = ShippedSchool.layOut(data);
        school = SchoolFolder.read(folder, new PhoneNumberParser());
        policies = PolicyFolder.read(folder, new TikaPolicyReader());
    }

    @Test
    void itHasNoProblem() {
        assertThat(school.problems()).isEmpty();
        assertThat(policies.problems()).isEmpty();
    }

    @Test
    void itHasPoliciesInEveryFormatForBothAudiences() {
        assertThat(policies.documents()).hasSize(12);
        assertThat(policies.documents().stream()
                        .map(policy -> policy.file().replaceAll(".*\\.", ""))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("pdf", "docx", "doc", "html", "md", "txt");
        assertThat(policies.documents())
                .filteredOn(policy -> policy.audience() == Audience.STAFF)
                .hasSize(2);
        assertThat(policies.documents())
                .allSatisfy(policy -> assertThat(policy.passages()).hasSizeGreaterThan(25));
    }

    @Test
    void twoPoliciesAreOverdueAndNothingElseIsWrongWithThem() {
        assertThat(PolicyChecks.of(policies.documents(), LocalDate.of(2026, 11, 20)))
                .extracting(Problem::asLine)
                .containsExactlyInAnyOrder(
                        "warning: behaviour.html: was due for review on 2026-09-30",
                        "warning: mobile-phones.doc: was due for review on 2026-06-30");
    }

    @Test
    void everyPolicySaysWhenItWasAdopted() {
        assertThat(policies.documents())
                .allSatisfy(policy ->
                        assertThat(policy.facts().adopted()).as(policy.file()).isPresent());
        assertThat(policies.documents())
                .extracting(PolicyDocument::title)
                .contains("Social Media Policy", "Acceptable Use Policy", "Staff Code of Conduct");
    }

    @Test
    void itsRollHasWhatMakesNamesHard() {
        List<Pupil> pupils = school.roll().pupils();
        assertThat(pupils).hasSizeBetween(180, 220);
        assertThat(pupils).extracting(Pupil::forename).contains("Grace", "Summer", "Bear", "Łucja");
        assertThat(pupils)
                .filteredOn(pupil -> pupil.preferredName().isPresent())
                .hasSizeGreaterThan(20);
        assertThat(pupils.stream().map(Pupil::forename).distinct().count()).isLessThan(pupils.size());
        assertThat(pupils.stream().map(Pupil::surname).distinct().count()).isLessThan(150);
        assertThat(school.roll().staff()).hasSize(25);
        assertThat(school.school().groups()).hasSize(8);
    }
}
