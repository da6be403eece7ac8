package uk.schoolgate.adapter.whatsapp.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.adapter.whatsapp.export.ExportEntry.Kind;
import uk.schoolgate.adapter.whatsapp.export.UnreadableExportException.Reason;

class ChatExportTest {
    @TempDir
    Path folder;

    private List<ExportEntry> read(String... lines) throws Exception {
        return read(write("chat.txt", String.join("\n", lines)));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<ExportEntry> read(Path file) throws UnreadableExportException {
        List<ExportEntry> entries = new ArrayList<>();
        ChatExport.open(file).forEach(entries::add);
        return entries;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18/03/2022, 14:56 - Ann: hi",
                "18/03/22, 14:56 - Ann: hi",
                "[18/03/2022, 14:56:00] Ann: hi",
                "\u200E[18/03/2022, 14:56:00] Ann: hi",
                "[18/03/22 14:56] Ann: hi",
                "3/18/22, 2:56 PM - Ann: hi",
                "3/18/22, 2:56\u202Fpm - Ann: hi",
                "18/03/2022, 2:56 p. m. - Ann: hi",
                "18.03.22, 14:56 - Ann: hi",
                "2022-03-18, 14:56 - Ann: hi",
                "2022/03/18, 14:56 - Ann: hi",
                "18-03-2022 14:56 - ~\u202FAnn: hi",
                "18/03/2022, 14:56 - \u202AAnn\u202C: \u200Ehi"
            })
    void everyFormOfDateIsRead(String line) throws Exception {
        assertThat(read(line))
                .containsExactly(new ExportEntry(LocalDateTime.of(2022, 3, 18, 14, 56), "Ann", "hi", Kind.TEXT, false));
    }

    @Test
    void midnightAndNoonOfATwelveHourClock() throws Exception {
        assertThat(read("13/01/2022, 12:05 am - A: x", "13/01/2022, 12:05 pm - A: y"))
                .extracting(entry -> entry.at().getHour())
                .containsExactly(0, 12);
    }

    @Test
    void theOrderOfDayAndMonthIsLearntFromTheWholeFile() throws Exception {
        assertThat(read("01/02/2022, 10:00 - A: x", "01/20/2022, 10:00 - A: y"))
                .extracting(ExportEntry::at)
                .containsExactly(LocalDateTime.of(2022, 1, 2, 10, 0), LocalDateTime.of(2022, 1, 20, 10, 0));
        assertThat(read("01/02/2022, 10:00 - A: x", "20/02/2022, 10:00 - A: y"))
                .extracting(ExportEntry::at)
                .containsExactly(LocalDateTime.of(2022, 2, 1, 10, 0), LocalDateTime.of(2022, 2, 20, 10, 0));
    }

    @Test
    void withoutALargeDayTimeMustRunForwards() throws Exception {
        assertThat(read("01/12/2022, 10:00 - A: x", "02/01/2022, 10:00 - A: y", "03/01/2022, 10:00 - A: z"))
                .extracting(entry -> entry.at().getMonthValue())
                .containsExactly(1, 2, 3);
    }

    @Test
    void aDateStyleThatChangesMidFileHasItsOwnOrder() throws Exception {
        assertThat(read("20/02/2022, 10:00 - A: x", "[2/21/22, 10:00:00 AM] A: y"))
                .extracting(ExportEntry::at)
                .containsExactly(LocalDateTime.of(2022, 2, 20, 10, 0), LocalDateTime.of(2022, 2, 21, 10, 0));
    }

    @Test
    void linesWithoutADateBelongToTheEntryBefore() throws Exception {
        assertThat(read("20/02/2022, 10:00 - A: one", "", "three: still A", "20/02/2022, 10:01 - B: four"))
                .extracting(ExportEntry::text)
                .containsExactly("one\n\nthree: still A", "four");
    }

    @Test
    void mediaDeletionsEditsAndSystemLinesAreToldApart() throws Exception {
        assertThat(read(
                        "20/02/2022, 10:00 - Messages and calls are end-to-end encrypted.",
                        "20/02/2022, 10:00 - +44 7700 900123 joined using this group's invite link",
                        "20/02/2022, 10:01 - A: <Media omitted>",
                        "20/02/2022, 10:01 - A: null",
                        "20/02/2022, 10:01 - A: \u200Eimage omitted",
                        "20/02/2022, 10:01 - A: \u200E<attached: 0001-PHOTO.jpg>",
                        "20/02/2022, 10:02 - A: IMG-1.jpg (file attached)",
                        "Sports day!",
                        "20/02/2022, 10:03 - A: This message was deleted",
                        "20/02/2022, 10:04 - A: better so <This message was edited>"))
                .extracting(ExportEntry::kind, ExportEntry::text, ExportEntry::edited)
                .containsExactly(
                        tuple(Kind.SYSTEM, "Messages and calls are end-to-end encrypted.", false),
                        tuple(Kind.SYSTEM, "+44 7700 900123 joined using this group's invite link", false),
                        tuple(Kind.MEDIA, "", false),
                        tuple(Kind.MEDIA, "", false),
                        tuple(Kind.MEDIA, "", false),
                        tuple(Kind.MEDIA, "", false),
                        tuple(Kind.MEDIA, "Sports day!", false),
                        tuple(Kind.DELETED, "", false),
                        tuple(Kind.TEXT, "better so", true));
    }

    @Test
    void theZipOfAnIphoneIsRead() throws Exception {
        Path zip = zip("_chat.txt", "[18/03/2022, 14:56:01] Ann: hi\r\n[18/03/2022, 14:57:01] Ben: ho\r\n");
        assertThat(read(zip)).extracting(ExportEntry::text).containsExactly("hi", "ho");
    }

    @Test
    void otherFilesInTheZipAreLeftAlone() throws Exception {
        String chat = "18/03/2022, 14:56 - Ann: hi";
        Path zip = zip(
                "__MACOSX/._chat.txt",
                "\u0000",
                "IMG-1.jpg",
                "x",
                "notes.txt",
                "no chat",
                "WhatsApp Chat with 4K.txt",
                chat);
        assertThat(read(zip)).extracting(ExportEntry::text).containsExactly("hi");
        assertRefused(zip("_chat.txt", chat, "old/_chat.txt", chat), "several chats");
    }

    private Path zip(String... namesAndTexts) throws IOException {
        Path file = folder.resolve("chat.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    @Test
    void whatIsNoExportIsRefusedWithAReason() throws Exception {
        assertRefused(write("a.txt", "Dear all,\nsee you at 10:00."), "Export chat");
        assertRefused(write("b.txt", ""), "Export chat");
        assertRefused(folder.resolve("missing.txt"), "there is no file");
        assertRefused(zip("photo.jpg", "x"), "no _chat.txt");
        assertRefused(zip("inner.zip", "PK"), "another zip");
        assertRefused(write("c.zip", "PK\u0003\u0004 not really"), "damaged");
    }

    @Test
    void onlyUtf8IsRead() throws Exception {
        String chat = "18/03/2022, 14:56 - Zo\u00EB: hi";
        Path file = folder.resolve("d.txt");
        Files.write(file, chat.getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(file, "not in UTF-8");
        Files.write(file, chat.getBytes(StandardCharsets.UTF_16));
        assertRefused(file, "UTF-16");
        Files.write(file, chat.getBytes(StandardCharsets.UTF_16LE));
        assertRefused(file, "UTF-16");
        Files.write(file, ("18/03/2022, 14:56 - Ann: fine\n" + chat).getBytes(StandardCharsets.ISO_8859_1));
        assertRefused(file, "not in UTF-8");
    }

    @Test
    void hugeFilesAreRefusedWithoutBeingRead() throws Exception {
        assertRefused(sparse("huge.txt", 2_000_000_000L), "2 GB");
        assertRefused(sparse("large.txt", 500_000_000L), "400 MB");
    }

    private Path sparse(String name, long size) throws IOException {
        Path file = folder.resolve(name);
        try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw")) {
            content.setLength(size);
        }
        return file;
    }

    @Test
    void aZipThatUnpacksToFarMoreIsRefused() throws Exception {
        Path bomb = folder.resolve("bomb.zip");
        byte[] line = "18/03/2022, 14:56 - Ann: hi\n".repeat(40_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("_chat.txt"));
            for (int i = 0; i < 25; i++) {
                zip.write(line);
            }
            zip.closeEntry();
        }
        assertRefused(bomb, "no chat export");
    }

    @Test
    void aZipWithAPasswordIsRefusedAsSuch() throws Exception {
        byte[] zip = Files.readAllBytes(zip("_chat.txt", "18/03/2022, 14:56 - Ann: hi"));
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int directory = bytes.getInt(zip.length - 6);
        bytes.putShort(directory + 8, (short) (bytes.getShort(directory + 8) | 1));
        assertThatThrownBy(() -> ChatExport.open(zip))
                .isInstanceOfSatisfying(
                        UnreadableExportException.class,
                        e -> assertThat(e.reason()).isEqualTo(Reason.LOCKED))
                .hasMessageContaining("has a password");
    }

    @Test
    void aZipOfTooManyFilesIsRefused() throws Exception {
        byte[] zip = zipOf(100_001, "");
        assertTooLarge(zip);
        // What the end of the file says of how many there are need not be so.
        int end = zip.length - 22 - 20 - 56;
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putLong(end + 24, 1).putLong(end + 32, 1);
        assertTooLarge(zip);
    }

    @Test
    void aZipWithAVastListOfFewFilesIsRefused() throws Exception {
        assertTooLarge(zipOf(400, "x".repeat(60_000)));
    }

    private static void assertTooLarge(byte[] zip) throws IOException {
        try (SeekableByteChannel channel = new SeekableInMemoryByteChannel(zip)) {
            assertThatThrownBy(() -> ZipDirectory.requireFits(channel))
                    .isInstanceOfSatisfying(
                            UnreadableExportException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE))
                    .hasMessageContaining("too many files");
        }
        assertThatThrownBy(() -> ChatExport.open(zip)).hasMessageContaining("too many files");
    }

    private static byte[] zipOf(int files, String comment) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < files; i++) {
                ZipEntry entry = new ZipEntry(Integer.toString(i));
                entry.setComment(comment);
                zip.putNextEntry(entry);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static void assertRefused(Path file, String words) {
        assertThatThrownBy(() -> ChatExport.open(file))
                .isInstanceOf(UnreadableExportException.class)
                .hasMessageContaining(words);
    }
}
