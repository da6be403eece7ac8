package uk.schoolgate.adapter.whatsapp.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Titles;
import uk.schoolgate.core.wording.Wording;

/**
 * The answer to somebody who sends an exported chat, as a document, to the private line: the chat is screened as {@code
 * trial} does, and they alone are told, in a few lines, how much of what would have been flagged. Nothing is kept: the
 * file stays in memory, no text or name of it is in the answer, and nobody else hears of it.
 *
 * <p>Signs of a child at risk are counted for nobody, as a parent must not see them; instead every answer says whom to
 * turn to. The work takes seconds: call it where a message is worked on, never while a webhook waits.
 */
public final class ExportSummary {
    /** Larger than any document that WhatsApp lets through to a bot, in bytes. */
    public static final int LARGEST_FILE = 32 * 1024 * 1024;

    /** The newest messages are screened; at a few milliseconds each, more would keep other people waiting. */
    static final int MOST_ENTRIES = 3_000;

    private final SchoolDesk desk;
    private final Wording wording;
    private final Map<Category, Integer> counts = new TreeMap<>();
    private int messages;
    private int flagged;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    private ExportSummary(SchoolDesk desk) {
        this.desk = desk;
        this.wording = desk.wording();
    }

    /**
     * Screens a chat and words the answer. Bad files are answered too: with what to do.
     *
     * @param file the content of a text file, or of a zip that holds one, at most {@link #LARGEST_FILE}
     * @param desk of the sender's school, in the language of the sender
     * @param classes the classes of the group that the chat is from; empty where unknown
     * @return for the sender alone
     */
    public static Content of(byte[] file, SchoolDesk desk, Set<String> classes) {
        ExportSummary summary = new ExportSummary(desk);
        if (file.length > LARGEST_FILE) {
            return summary.unreadable(Phrase.EXPORT_TOO_LARGE);
        }
        try {
            ChatExport export = ChatExport.open(file);
            int first = Math.max(1, export.size() - MOST_ENTRIES + 1);
            new ExportScreening(desk, classes, 1)
                    .run(
                            export,
                            first,
                            (number, entry, screening) -> summary.add(entry.at().toLocalDate(), screening));
            return summary.content(first > 1);
        } catch (UnreadableExportException e) {
            return summary.unreadable(
                    switch (e.reason()) {
                        case NO_CHAT -> Phrase.EXPORT_UNREADABLE;
                        case TOO_LARGE -> Phrase.EXPORT_TOO_LARGE;
                        case CHANGED -> Phrase.EXPORT_CHANGED;
                        case LOCKED -> Phrase.EXPORT_LOCKED;
                    });
        }
    }

    /** The answer to a file that is larger than {@link #LARGEST_FILE}. */
    public static Content tooLarge(SchoolDesk desk) {
        return new ExportSummary(desk).unreadable(Phrase.EXPORT_TOO_LARGE);
    }

    /** The answer to a file that is no chat by its kind alone. */
    public static Content noChat(SchoolDesk desk) {
        return new ExportSummary(desk).unreadable(Phrase.EXPORT_UNREADABLE);
    }

    private void add(LocalDate day, Screening screening) {
        messages++;
        from = from == null || day.isBefore(from) ? day : from;
        to = to == null || day.isAfter(to) ? day : to;
        if (screening.response() == Response.NONE || screening.has(Category.SAFEGUARDING)) {
            return;
        }
        flagged++;
        screening.findings().stream()
                .map(Finding::category)
                .filter(category -> category.response() != Response.NONE)
                .distinct()
                .forEach(category -> counts.merge(category, 1, Integer::sum));
    }

    private Content content(boolean onlyNewest) {
        if (from == null || to == null) {
            return unreadable(Phrase.EXPORT_UNREADABLE);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(say(
                flagged == 0 ? Phrase.EXPORT_CLEAR : Phrase.EXPORT_FLAGGED,
                "messages",
                Integer.toString(messages),
                "from",
                Titles.day(wording, from),
                "to",
                Titles.day(wording, to),
                "flagged",
                Integer.toString(flagged)));
        lines().map(Block.Text::new).ifPresent(blocks::add);
        if (onlyNewest) {
            blocks.add(say(Phrase.EXPORT_ONLY_NEWEST));
        }
        blocks.add(say(
                Phrase.EXPORT_CHILD_AT_RISK,
                "lead",
                desk.roll()
                        .nameOf(desk.school().safeguardingLead())
                        .orElse(desk.school().name()),
                "contact",
                Titles.contact(wording, desk.school().office())));
        blocks.add(say(Phrase.EXPORT_NOT_KEPT));
        return new Content(wording.say(Phrase.EXPORT_TITLE), blocks, List.of());
    }

    private Optional<String> lines() {
        List<String> lines = new ArrayList<>();
        counts.forEach((category, count) -> lines.add(wording.say(
                Phrase.EXPORT_LINE,
                "what",
                wording.say(Phrase.valueOf("CATEGORY_" + category.name())),
                "count",
                Integer.toString(count))));
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    private Content unreadable(Phrase why) {
        return Content.ofText(wording.say(why));
    }

    private Block say(Phrase phrase, String... parts) {
        return new Block.Text(wording.say(phrase, parts));
    }
}
