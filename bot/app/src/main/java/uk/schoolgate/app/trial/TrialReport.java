package uk.schoolgate.app.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.screening.Screening;

/** What a trial found: counts by week and category, and the messages that would have been flagged. */
public final class TrialReport {
    private final String chat;
    private final Masking masking;
    private final List<Flagged> flagged = new ArrayList<>();
    private final Map<LocalDate, Map<Category, Integer>> weeks = new TreeMap<>();
    private int messages;

    /**
     * @param chat what the chat is called in the report
     * @param withNames whether names are shown as they are
     */
    public TrialReport(String chat, boolean withNames) {
        this.chat = chat;
        this.masking = new Masking(!withNames);
    }

    /** Takes note of a message. */
    public void add(int number, LocalDateTime at, String author, String text, Screening screening) {
        messages++;
        if (screening.response() == Response.NONE) {
            return;
        }
        flagged.add(new Flagged(number, at, author, text, screening));
        LocalDate week = at.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Map<Category, Integer> counts = weeks.computeIfAbsent(week, key -> new EnumMap<>(Category.class));
        screening.findings().stream()
                .map(Finding::category)
                .filter(category -> category.response() != Response.NONE)
                .distinct()
                .forEach(category -> counts.merge(category, 1, Integer::sum));
    }

    public int messages() {
        return messages;
    }

    public int flaggedMessages() {
        return flagged.size();
    }

    /** Writes {@code report.html} and {@code findings.jsonl} into a folder. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("report.html"), new TrialPage(chat, messages, weeks, flagged, masking).html());
        Files.writeString(folder.resolve("findings.jsonl"), TrialLines.of(flagged, masking));
    }
}
