package uk.schoolgate.adapter.whatsapp.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.adapter.whatsapp.export.ExportEntry.Kind;

/** What real chats hold besides plain messages. */
class ExportOdditiesTest {
    private static List<ExportEntry> read(String... lines) throws UnreadableExportException {
        List<ExportEntry> entries = new ArrayList<>();
        ChatExport.open(String.join("\n", lines).getBytes(StandardCharsets.UTF_8))
                .forEach(entries::add);
        return entries;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18/03/2022 à 14:56 - Ann: hi",
                "18/03/2022 at 14:56 - Ann: hi",
                "18/03/16, 14:56:00: Ann: hi",
                "2022. 03. 18., 14:56 - Ann: hi",
                "2022/3/18 下午2:56 - Ann: hi",
                "١٨‏/٣‏/٢٠٢٢، ٢:٥٦ م - Ann: hi",
                "১৮/৩/২২, ২:৫৬ PM - Ann: hi",
                "18.3.2022 klo 14.56 - Ann: hi"
            })
    void rarerFormsOfDateAreRead(String line) throws Exception {
        assertThat(read(line))
                .extracting(
                        ExportEntry::author,
                        ExportEntry::text,
                        entry -> entry.at().getHour())
                .containsExactly(tuple("Ann", "hi", 14));
    }

    @Test
    void anAmericanPhoneIsKnownByDaysThatFollowEachOther() throws Exception {
        assertThat(read("1/2/22, 9:00 AM - A: x", "1/3/22, 9:00 AM - A: y", "1/4/22, 9:00 AM - A: z"))
                .extracting(entry -> entry.at().getMonthValue())
                .containsOnly(1);
    }

    @Test
    void aFewEntriesOfAnotherFormAreReadInTheOrderThatFitsTheirPlace() throws Exception {
        assertThat(read("28/02/2022, 10:00 - A: x", "[3/4/22, 10:00:00 AM] A: y", "05/03/2022, 10:00 - A: z"))
                .extracting(ExportEntry::at)
                .containsExactly(
                        LocalDateTime.of(2022, 2, 28, 10, 0),
                        LocalDateTime.of(2022, 3, 4, 10, 0),
                        LocalDateTime.of(2022, 3, 5, 10, 0));
    }

    @Test
    void theOrderMayChangeWithinOneForm() throws Exception {
        assertThat(read(
                        "20/02/2022, 10:00 - A: x",
                        "01/03/2022, 10:00 - A: y",
                        "03/02/2022, 10:00 - A: z",
                        "03/20/2022, 10:00 - A: z"))
                .extracting(
                        entry -> entry.at().getDayOfMonth() + "." + entry.at().getMonthValue())
                .containsExactly("20.2", "1.3", "2.3", "20.3");
    }

    @Test
    void linesCopiedFromAnotherPhonesChatBelongToTheMessage() throws Exception {
        assertThat(read(
                        "18/03/2022, 09:00 - Ben: Ann wrote this:",
                        "[16/03/2022, 14:56:01] Ann: one",
                        "more",
                        "[16/03/2022, 14:57:01] Cat: two",
                        "18/03/2022, 09:05 - Cat: ok"))
                .extracting(ExportEntry::author, ExportEntry::text)
                .containsExactly(
                        tuple(
                                "Ben",
                                "Ann wrote this:\n[16/03/2022, 14:56:01] Ann: one\nmore\n[16/03/2022, 14:57:01] Cat: two"),
                        tuple("Cat", "ok"));
    }

    @Test
    void aListOfDatesBelongsToTheMessage() throws Exception {
        assertThat(read(
                        "18/03/2022, 09:00 - Ben: Dates:",
                        "12/05/2022, 10:00 - Sports day",
                        "13/05/2022, 09:00 - Museum trip",
                        "18/03/2022, 09:05 - Cat: thanks"))
                .extracting(ExportEntry::author, ExportEntry::text)
                .containsExactly(
                        tuple("Ben", "Dates:\n12/05/2022, 10:00 - Sports day\n13/05/2022, 09:00 - Museum trip"),
                        tuple("Cat", "thanks"));
    }

    @Test
    void entriesThatAreReallyOutOfOrderStayEntries() throws Exception {
        assertThat(read("18/03/2022, 09:00 - A: x", "16/03/2022, 09:00 - B: y", "18/03/2022, 09:05 - A: z"))
                .extracting(ExportEntry::author)
                .containsExactly("A", "B", "A");
    }

    @Test
    void aNameMayHoldAColon() throws Exception {
        assertThat(read(
                        "18/03/2022, 09:00 - Ann: Year 4 rep: one",
                        "18/03/2022, 09:01 - Ann: Year 4 rep: two: three",
                        "18/03/2022, 09:02 - Ann: Year 4 rep: <Media omitted>",
                        "18/03/2022, 09:03 - Ben: Note: four"))
                .extracting(ExportEntry::author, ExportEntry::text)
                .containsExactly(
                        tuple("Ann: Year 4 rep", "one"),
                        tuple("Ann: Year 4 rep", "two: three"),
                        tuple("Ann: Year 4 rep", ""),
                        tuple("Ben", "Note: four"));
    }

    @Test
    void aMessageMayStartWithAnEmptyLineOrBeEmpty() throws Exception {
        assertThat(read("18/03/2022, 09:00 - Ann:", "below", "18/03/2022, 09:00 - Ben: ", "18/03/2022, 09:00 - Cat: x"))
                .extracting(ExportEntry::author, ExportEntry::text)
                .containsExactly(tuple("Ann", "below"), tuple("Ben", ""), tuple("Cat", "x"));
    }

    @Test
    void lineEndsMayBeMixed() throws Exception {
        assertThat(read("18/03/2022, 09:00 - A: x\r", "more\r\r", "18/03/2022, 09:01 - B: y\r", "", "\r", ""))
                .extracting(ExportEntry::text)
                .containsExactly("x\nmore", "y");
    }

    @Test
    void aLineWithoutEndTakesNoMoreMemoryThanAMessageCan() throws Exception {
        assertThat(read("18/03/2022, 09:00 - A: " + "x".repeat(5_000_000), "18/03/2022, 09:01 - B: y"))
                .extracting(entry -> entry.text().length() < 80_000)
                .containsExactly(true, true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ann: image omitted                                              | MEDIA
            Ann: IMG-1.jpg (Datei angehängt)                                | MEDIA
            Ann: <pominięto multimedia>                                     | MEDIA
            Ann: <تم استبعاد الوسائط>                                        | MEDIA
            Ann: <View once photo>                                          | MEDIA
            Ann: Ben Hope.vcf (file attached)                               | MEDIA
            Ann: location: https://maps.google.com/?q=51.5,-0.1             | MEDIA
            Ann: Live location shared                                       | MEDIA
            Ann: This message was deleted by admin Ben.                     | DELETED
            Ann: Ta wiadomość została usunięta.                             | DELETED
            Ann: Missed voice call, Tap to call back                        | SYSTEM
            Ann: Waiting for this message. This may take a while.           | SYSTEM
            Ann: Ann left                                                   | SYSTEM
            Ann: Ann changed this group’s icon                              | SYSTEM
            Missed group video call                                         | SYSTEM
            Ann changed the group description                               | SYSTEM
            Ann pinned a message                                            | SYSTEM
            Ann hat die Gruppe „Vier: Turmfalken“ erstellt                  | SYSTEM
            Your security code with Ann: mum changed. Tap to learn more.    | SYSTEM
            Ann: missed the bus, sorry                                      | TEXT
            Ann: the location: behind the hall                              | TEXT
            Ann: You added too much salt                                    | TEXT
            Ann: POLL: Cake? OPTION: yes (3 votes)                          | TEXT
            Ann added: cake                                                 | TEXT
            Ann: Ann left her coat in the hall                              | TEXT
            Ann: Sam absent                                                 | TEXT
            Ann: location: https://example.org/a see you                    | TEXT
            Ann: the media omitted all of it                                | TEXT
            """)
    void whatWhatsAppWritesIsToldFromWhatPeopleWrite(String line, Kind kind) throws Exception {
        assertThat(read("18/03/2022, 09:00 - " + line))
                .extracting(ExportEntry::kind)
                .containsExactly(kind);
    }

    @Test
    void anIphoneMarksItsOwnWordsInAnyLanguage() throws Exception {
        assertThat(read(
                        "[18.03.22, 09:00:00] Vier: \u200EAnn hat die Gruppe erstellt.",
                        "\u200E[18.03.22, 09:00:01] Ann: \u200EBild weggelassen",
                        "\u200E[18.03.22, 09:00:02] Ann: Sporttag! \u200E<Anhang: 0001-PHOTO.jpg>",
                        "[18.03.22, 09:00:03] Ann: besser \u200E<Diese Nachricht wurde bearbeitet.>",
                        "[18.03.22, 09:00:04] Ann: \u200EPOLL:",
                        "Cake?",
                        "\u200EOPTION: Yes (2 votes)"))
                .extracting(ExportEntry::author, ExportEntry::text, ExportEntry::kind, ExportEntry::edited)
                .containsExactly(
                        tuple("", "Ann hat die Gruppe erstellt.", Kind.SYSTEM, false),
                        tuple("Ann", "", Kind.MEDIA, false),
                        tuple("Ann", "Sporttag!", Kind.MEDIA, false),
                        tuple("Ann", "besser", Kind.TEXT, true),
                        tuple("Ann", "POLL:\nCake?\nOPTION: Yes (2 votes)", Kind.TEXT, false));
    }
}
