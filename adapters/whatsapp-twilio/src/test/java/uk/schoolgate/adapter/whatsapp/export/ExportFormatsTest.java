package uk.schoolgate.adapter.whatsapp.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uk.schoolgate.adapter.whatsapp.export.ExportEntry.Kind;

/** Chats drawn by lot are written as every kind of phone writes them, and read back. */
class ExportFormatsTest {
    private static final List<String> AUTHORS = List.of(
            "Ann",
            "John-John Doe",
            "🤓",
            "Zoë O’Neil 🌻",
            "+44 7700 900123",
            "Dr. Who?",
            "Ben (Kestrel)",
            "New Mum!",
            "محمد",
            "Mrs. A. B-C, PTA",
            "12/03 Dave",
            "Rob \"Bob\" Hope",
            "Ann:Marie");
    private static final List<String> TEXTS = List.of(
            "hi",
            "Lorem : ipsum",
            "Dinner: 5pm: bring a pan",
            "one\ntwo\n\nfour",
            "3/4 of us can come",
            "🎉",
            "10:30 - assembly",
            "Dates:\n12/05 cake sale\n13/05 - sports day",
            "- a\n- b",
            "[see above]",
            "[18/03, 14:56] Ann: copied on a phone",
            "https://example.org/a?b=c",
            "He said: \"no\"",
            "ok then -",
            "\"quoted\"",
            "(file attached)",
            "an image omitted from the letter",
            "null and void",
            "<3",
            "added sugar",
            "This message was deleted by me, sorry",
            "@Ben can you?",
            "شكرا",
            "ধন্যবাদ",
            "2022 was fine",
            "12.05. is the day",
            "Meeting 12/05/2022, 10:00 - hall");
    private static final List<String> LINES_OF_WHATSAPP = List.of(
            "Messages and calls are end-to-end encrypted. No one outside of this chat can read them.",
            "Ann created group \"Year 4: Kestrel\"",
            "Ann changed the subject from \"A: B\" to \"C: D\"",
            "+44 7700 900456 joined using this group's invite link",
            "Ben left",
            "You turned on disappearing messages.");

    private static List<ExportEntry> chat(Random random) {
        List<ExportEntry> entries = new ArrayList<>();
        LocalDateTime at = LocalDateTime.of(2021, 11, 20, 0, 0, 0);
        for (int i = 0; i < 60; i++) {
            at = at.plusSeconds(random.nextInt(2 * 24 * 3600));
            entries.add(entry(at, random));
        }
        return entries;
    }

    private static ExportEntry entry(LocalDateTime at, Random random) {
        String author = oneOf(AUTHORS, random);
        return switch (random.nextInt(10)) {
            case 0 -> new ExportEntry(at, "", oneOf(LINES_OF_WHATSAPP, random), Kind.SYSTEM, false);
            case 1 -> new ExportEntry(at, author, "", Kind.DELETED, false);
            case 2 -> new ExportEntry(at, author, random.nextBoolean() ? "" : "Sports day!", Kind.MEDIA, false);
            case 3 -> new ExportEntry(at, author, oneOf(TEXTS, random), Kind.TEXT, true);
            default -> new ExportEntry(at, author, oneOf(TEXTS, random), Kind.TEXT, false);
        };
    }

    private static <T> T oneOf(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }

    @Test
    void everyPhonesExportIsReadBack() throws Exception {
        Random random = new Random(20_261_120);
        for (Phone phone : Phone.all(random)) {
            List<ExportEntry> chat = chat(random);
            List<ExportEntry> read = read(phone.export(chat));
            assertThat(read)
                    .as(phone.toString())
                    .containsExactlyElementsOf(chat.stream().map(phone::asShown).toList());
        }
    }

    /** Two phones' exports, one put behind the other: the form of the dates changes in the middle. */
    @Test
    void exportsThatChangeTheirFormAreReadBack() throws Exception {
        Random random = new Random(7);
        List<Phone> phones = Phone.all(random);
        for (int i = 0; i < 200; i++) {
            Phone first = oneOf(phones, random);
            Phone second = oneOf(phones, random);
            List<ExportEntry> chat = chat(random);
            String text = first.export(chat.subList(0, 30)) + second.export(chat.subList(30, 60));
            List<ExportEntry> expected = new ArrayList<>();
            chat.subList(0, 30).stream().map(first::asShown).forEach(expected::add);
            chat.subList(30, 60).stream().map(second::asShown).forEach(expected::add);
            assertThat(read(text)).as(first + " then " + second).containsExactlyElementsOf(expected);
        }
    }

    private static List<ExportEntry> read(String text) throws UnreadableExportException {
        List<ExportEntry> entries = new ArrayList<>();
        ChatExport.open(text.getBytes(StandardCharsets.UTF_8)).forEach(entries::add);
        return entries;
    }
}
