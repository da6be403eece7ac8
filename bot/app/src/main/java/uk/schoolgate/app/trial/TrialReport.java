package uk.schoolgate.app.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.text.WordList;

/**
 * What a trial found: counts by week and category, and the messages that would have been flagged. Only those are kept, so
 * that its size does not grow with the chat.
 */
public final class TrialReport {
    /** By week, then what weighs most first, then as they were written. */
    private static final Comparator<Flagged> GROUPED = Comparator.comparing(Flagged::week)
            .thenComparing(flagged -> flagged.screening().response(), Comparator.reverseOrder())
            .thenComparing(Flagged::category)
            .thenComparingInt(Flagged::number);

    private final String chat;
    private final Masking masking;
    private final List<Flagged> flagged = new ArrayList<>();
    private final Map<LocalDate, Map<Category, Integer>> weeks = new TreeMap<>();
    private int messages;

    /**
     * @param chat what the chat is called in the report
     * @param roll whose names are to be masked
     * @param vocabulary the ordinary words of English
     * @param showNames whether names are shown as they are
     */
    public TrialReport(String chat, Roll roll, WordList vocabulary, boolean showNames) {
        this.chat = chat;
        this.masking = showNames ? Masking.none() : Masking.of(roll, vocabulary);
    }

    /** Takes note of a message. */
    public void add(int number, LocalDateTime at, String author, String text, Screening screening) {
        messages++;
        masking.learn(author);
        if (screening.response() == Response.NONE) {
            return;
        }
        LocalDate week = at.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        flagged.add(new Flagged(number, at, week, author, text, screening));
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

    /**
     * Writes {@code report.html} and {@code findings.jsonl} into a folder, for its owner's eyes only: both or neither.
     *
     * @throws IOException when they cannot be written
     */
    public void write(Path folder) throws IOException {
        flagged.sort(GROUPED);
        try (PrivateFiles files = PrivateFiles.in(folder)) {
            files.write("report.html", new TrialPage(chat, messages, weeks, flagged, masking)::write);
            files.write("findings.jsonl", new TrialLines(flagged, masking)::write);
            files.keep();
        }
    }
}
