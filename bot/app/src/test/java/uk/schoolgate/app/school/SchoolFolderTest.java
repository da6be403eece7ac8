package uk.schoolgate.app.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.schoolgate.core.roll.Pupil;
import uk.schoolgate.core.school.Deputies;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolHours;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Thresholds;

class SchoolFolderTest {
    private static final String YAML = """
            code: TST
            name: Test Primary
            complaints-inbox: complaints@test.example
            headteacher: S01
            safeguarding-lead: S02
            """;

    @TempDir
    Path folder;

    private final PhoneNumberParser phones = new PhoneNumberParser();

    @BeforeEach
    void goodFolder() throws IOException {
        write("school.yaml", YAML);
        write(
                "roll/pupils.csv",
                "id,forename,surname,preferred_name,year,class\nP1,Zoë,\"Smith, Jones\",Zo,4,Kestrel\n");
        write("roll/staff.csv", """
                id,title,forename,surname,role,aliases,email
                S01,Mrs,Ruth,A,Head,,h@t.example
                S02,Mr,Tom,F,Deputy,the deputy| Mr F ,d@t.example
                """);
        write("roll/contacts.csv", "phone,name,relationship,pupil_id\n07700 900123,Ann,mother,P1\n");
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void missingDeputiesAndTermDatesAreToldAndOneRepAloneIsToo() throws IOException {
        write(
                "school.yaml",
                YAML + "\ngroups: [{name: G, channel: whatsapp, address: CH1, reviewers: ['07700 900123']}]\n");
        assertThat(problems())
                .anyMatch(line -> line.contains("deputies: names none for headteacher"))
                .anyMatch(line -> line.contains("deputies: names none for safeguarding-lead"))
                .anyMatch(line -> line.contains("gives no term-dates"))
                .anyMatch(line -> line.contains("the group \"G\" has only one reviewer with a phone"));
    }

    @Test
    void onePersonAloneForEverythingUrgentIsTold() throws IOException {
        String told = "names one person alone for everything urgent";
        assertThat(problems()).noneMatch(line -> line.contains(told));
        String alone = YAML.replace("safeguarding-lead: S02", "safeguarding-lead: S01");
        write("school.yaml", alone);
        assertThat(problems()).anyMatch(line -> line.contains(told));
        write("school.yaml", alone + "\ndeputies: { headteacher: S02 }\n");
        assertThat(problems()).noneMatch(line -> line.contains(told));
        write("school.yaml", alone + "\nchair-of-governors: S02\n");
        assertThat(problems()).noneMatch(line -> line.contains(told));
    }

    @Test
    void schoolHoursAndDeputiesAreRead() throws IOException {
        write("school.yaml", YAML + """

                school-hours: { from: "08:15", to: "15:45" }
                deputies: { headteacher: S02, safeguarding-lead: S01, after: 20m }
                """);
        School school = SchoolFolder.read(folder, phones).school();
        assertThat(school.hours()).isEqualTo(new SchoolHours(LocalTime.of(8, 15), LocalTime.of(15, 45)));
        assertThat(school.deputies())
                .isEqualTo(new Deputies(
                        Optional.of(new PersonId("S02")),
                        Optional.of(new PersonId("S01")),
                        Optional.empty(),
                        Duration.ofMinutes(20)));
    }

    @Test
    void bankHolidaysInATermAreTold() throws IOException {
        write(
                "school.yaml",
                YAML + "\nterm-dates: [{from: 2027-03-01, to: 2027-05-28}, {from: 2027-06-07, to: 2027-07-21}]\n");
        assertThat(problems())
                .filteredOn(line -> line.contains("bank holiday"))
                .hasSize(3)
                .anyMatch(line -> line.contains("2027-03-26"))
                .anyMatch(line -> line.contains("2027-03-29"))
                .anyMatch(line -> line.contains("2027-05-03"));
    }

    private SchoolFolder read() {
        return SchoolFolder.read(folder, phones);
    }

    private List<String> problems() {
        return SchoolFolder.tryOut(folder, phones).problems().stream()
                .map(Problem::asLine)
                .toList();
    }

    @Test
    void aGoodFolderIsRead() {
        SchoolFolder read = read();
        assertThat(read.school().name()).isEqualTo("Test Primary");
        assertThat(read.school().mode()).isEqualTo(Mode.WATCH);
        assertThat(read.school().retention().unconfirmed()).isEqualTo(Duration.ofDays(7));
        assertThat(read.roll().pupils()).extracting(Pupil::surname).containsExactly("Smith, Jones");
        assertThat(read.roll().staff().getLast().aliases()).containsExactly("the deputy", "Mr F");
        assertThat(read.roll().childrenOf(new PersonId("+447700900123"))).containsExactly("P1");
    }

    @Test
    void everyKeyOfTheYamlIsRead() throws IOException {
        write("school.yaml", YAML + """
                office: { phone: "01632 960101", email: office@test.example }
                chair-of-governors: S02
                term-dates: [{from: 2026-09-02, to: 2026-10-23}]
                mode: hold
                retention: { unconfirmed: 5d, delivered: 60d }
                groups:
                  - { name: A, channel: whatsapp, address: CH1, classes: [Kestrel], reviewers: ["07700 900123"] }
                  - { name: B, channel: teams, address: "19:x", classes: [], reviewers: [S02] }
                """);
        School school = read().school();
        assertThat(school.office().phone()).contains("01632 960101");
        assertThat(school.chairOfGovernors()).contains(new PersonId("S02"));
        assertThat(school.terms()).hasSize(1);
        assertThat(school.mode()).isEqualTo(Mode.HOLD);
        assertThat(school.retention().delivered()).isEqualTo(Duration.ofDays(60));
        assertThat(school.groups()).hasSize(2);
        assertThat(school.groups().getFirst().reviewers()).containsExactly(new PersonId("+447700900123"));
        assertThat(school.groups().getLast().platform()).isEqualTo(Platform.TEAMS);
    }

    @Test
    void severalHostedGroupsMayWaitForTheirAddresses() throws IOException {
        write("school.yaml", YAML + """

                groups:
                  - { name: A, channel: whatsapp, address: CH00000000000000000000000000000000 }
                  - { name: B, channel: whatsapp, address: CH00000000000000000000000000000000 }
                """);
        assertThat(read().school().groups()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour: red | error: school.yaml, line 6, column 1: unknown key \"colour\"",
                "mode: loud | error: school.yaml, line 6, column 7: mode must be shadow, watch or hold, not \"loud\"",
                "retention: { unconfirmed: 7 days } | line 6, column 27: unconfirmed must be a number of days such as 7d",
                "retention: { unconfirmed: 0d } | must be a number of days",
                "term-dates: [{from: 2026-13-02, to: 2026-10-23}] | from must be a day such as 2026-09-02",
                "term-dates: [{from: 2026-11-02, to: 2026-10-23}] | the term ends before it starts",
                "groups: 5 | groups must be a list",
                "groups: [{ name: A, channel: sms, address: x }] | channel must be whatsapp or teams",
                "groups: [{ name: A, channel: teams }] | address is required",
                "groups: [{ name: A, channel: teams, address: x, reviewers: [\"+44\"] }] | neither a telephone number nor a staff id",
                "groups: [{ name: A, channel: teams, address: x, classes: [Owl] }] | the class Owl, which no pupil",
                "groups: [{ name: A, channel: teams, address: x, reviewers: [S09] }] | S09, who is not in roll/staff.csv",
                "groups: [{ name: A, channel: teams, address: x }, { name: A, channel: teams, address: y }] | two groups of this name",
                "groups: [{ name: A, channel: teams, address: x }, { name: B, channel: teams, address: x }] | two groups at this address",
                "chair-of-governors: S77 | chair-of-governors is S77, who is not in roll/staff.csv",
                "office: here | office must have the keys [phone, email]",
                "name: again | name is there twice",
                "x: [ | is not YAML here"
            })
    void aWrongLineOfTheYamlIsNamed(String line, String message) throws IOException {
        write("school.yaml", YAML + line + "\n");
        assertThat(problems()).anySatisfy(problem -> assertThat(problem).contains(message));
        assertThatThrownBy(this::read)
                .isInstanceOf(BadSchoolException.class)
                .hasMessageContaining(message.replaceFirst("^error: ", ""));
    }

    @ParameterizedTest
    @CsvSource({"code", "name", "complaints-inbox", "headteacher", "safeguarding-lead"})
    void whatIsRequiredIsMissed(String key) throws IOException {
        write("school.yaml", YAML.replaceAll("(?m)^" + key + ":.*\n", ""));
        assertThat(problems()).anySatisfy(problem -> assertThat(problem).contains(key + " is required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "roll/pupils.csv | id,forename\\nP1,A | the column surname is missing",
                "roll/pupils.csv | id,forename,surname,preferred_name,year,class,shoe\\n | line 1, column 7: unknown column \"shoe\"",
                "roll/pupils.csv | id,forename,surname,preferred_name,year,class\\nP1,A,B,,4 | line 2, column 6: has 5 values instead of 6",
                "roll/pupils.csv | id,forename,surname,preferred_name,year,class\\nP1,A,B,,4,K,x,y | has 8 values instead of 6",
                "roll/pupils.csv | id,forename,surname,preferred_name,year,class\\nP1,,B,,4,K | line 2, column 2: forename is empty",
                "roll/pupils.csv | id,forename,surname,preferred_name,year,class\\nP1,A,B,,4,K\\nP1,C,D,,4,K | line 3, column 1: the id is there twice",
                "roll/pupils.csv | id,forename,surname,preferred_name,year,class\\nP1,\"A,B,,4,K | roll/pupils.csv",
                "roll/staff.csv | id,title,forename,surname,role,aliases,email\\nS01,Mrs,R,A,Head,,nobody | line 2, column 7: is not an e-mail address",
                "roll/staff.csv | id,title,forename,surname,role,aliases\\nS09,Mrs,R,A,Head, | headteacher is S01, who is not in roll/staff.csv",
                "roll/contacts.csv | phone,name,relationship,pupil_id\\nabc,A,mother,P1 | line 2, column 1: is not a telephone number",
                "roll/contacts.csv | phone,name,relationship,pupil_id\\n07700 900123,A,mother,P9 | line 2, column 4: there is no pupil with this id"
            })
    void aWrongLineOfACsvIsNamed(String file, String text, String message) throws IOException {
        write(file, text.replace("\\n", "\n"));
        assertThat(problems())
                .anySatisfy(problem -> assertThat(problem).startsWith("error: ").contains(message));
        assertThatThrownBy(this::read).isInstanceOf(BadSchoolException.class);
    }

    @Test
    void filesThatAreNoTextAreNamed() throws IOException {
        Files.write(folder.resolve("roll/pupils.csv"), new byte[] {'i', 'd', (byte) 0xE9, '\n'});
        Files.write(folder.resolve("roll/staff.csv"), new byte[0]);
        Files.write(folder.resolve("school.yaml"), "name: Zo\u00EB".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(problems())
                .contains(
                        "error: roll/pupils.csv: is not UTF-8: save it as \"CSV UTF-8\"",
                        "error: roll/staff.csv: is empty: it needs a header line at least",
                        "error: school.yaml: is not UTF-8: save it as UTF-8");
    }

    @Test
    void aSchoolMaySetHowSureScreeningMustBe() throws IOException {
        Thresholds chosen = read().thresholds();
        assertThat(chosen).isEqualTo(Thresholds.chosen());
        write("school.yaml", YAML + "thresholds: { STAFF_ATTACK: 0.85, HATE: 1 }\n");
        assertThat(read().thresholds()).isEqualTo(chosen.with(Map.of(Category.STAFF_ATTACK, 0.85, Category.HATE, 1.0)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "thresholds: { STAFF_ATTACK: 1.5 } | a number from 0 to 1",
                "thresholds: { STAFF_ATTACK: high } | a number from 0 to 1",
                "thresholds: { CHILD_OWN: 0.5 } | CHILD_OWN",
                "thresholds: { INSULT: 0.5 } | INSULT"
            })
    void aThresholdThatIsNoneIsNamed(String line, String message) throws IOException {
        write("school.yaml", YAML + line + "\n");
        assertThat(problems()).anySatisfy(problem -> assertThat(problem).contains("school.yaml", message));
    }

    @Test
    void theRollOfExcelWithABomIsRead() throws IOException {
        write("roll/pupils.csv", "\uFEFFid,forename,surname,preferred_name,year,class\r\nP1,A,B,,4,K\r\n");
        assertThat(read().roll().pupils()).hasSize(1);
    }

    @Test
    void aSchoolWithoutARollCanBeServed() throws IOException {
        for (String file : List.of("pupils", "staff", "contacts")) {
            Files.delete(folder.resolve("roll/" + file + ".csv"));
        }
        assertThat(read().roll().hasPupils()).isFalse();
        assertThat(problems()).anySatisfy(problem -> assertThat(problem).startsWith("warning: roll/pupils.csv"));
    }

    @Test
    void aFolderWithoutAYamlCanOnlyBeTriedOut() throws IOException {
        Files.delete(folder.resolve("school.yaml"));
        assertThat(problems()).noneMatch(problem -> problem.startsWith("error: school.yaml"));
        assertThatThrownBy(this::read).hasMessageContaining("school.yaml: is not there");
    }

    @Test
    void severalSchoolsLieUnderOneParent() throws IOException {
        Path parent = folder.resolve("all");
        for (String code : List.of("ONE", "TWO")) {
            Path school = Files.createDirectories(parent.resolve(code));
            Files.writeString(school.resolve("school.yaml"), YAML.replace("TST", code));
        }
        assertThat(SchoolFolders.read(parent, phones))
                .extracting(it -> it.school().code().value())
                .containsExactly("ONE", "TWO");
        Files.writeString(parent.resolve("TWO/school.yaml"), YAML.replace("TST", "ONE"));
        assertThatThrownBy(() -> SchoolFolders.read(parent, phones)).hasMessageContaining("same code");
    }
}
