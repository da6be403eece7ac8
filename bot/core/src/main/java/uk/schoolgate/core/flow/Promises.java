package uk.schoolgate.core.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.core.handoff.Guidance.Deadline;
import uk.schoolgate.core.handoff.Guidance.Promise;
import uk.schoolgate.core.handoff.Guidance.Words;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.policy.Quoter;
import uk.schoolgate.core.school.DayUnit;
import uk.schoolgate.core.school.SchoolTime;
import uk.schoolgate.core.text.NumberWords;

/**
 * Finds what a school's complaints policy promises within so many school or working days: an acknowledgement and an
 * answer. Only a sentence that says both is taken; of several of one kind the first, which is about the stage that comes
 * first.
 */
public final class Promises {
    private static final Pattern WINDOW = Pattern.compile(
            "\\bwithin\\s+(?:a\\s+maximum\\s+of\\s+)?([0-9]{1,2}|[a-z]+)\\s+(school|working)\\s+days?\\b");
    private static final Pattern SENTENCE = Pattern.compile("[^.!?]+[.!?]*");
    private static final Pattern ACKNOWLEDGE = Pattern.compile("\\backnowledge");
    private static final Pattern ANSWER = Pattern.compile(
            "\\b(?:written|formal|full) (?:answer|response|reply)|\\b(?:we|school|headteacher|he or she|she|they)"
                    + " (?:will |aims? to |must )?(?:respond|reply|answer)\\b|\\bresponded to\\b");
    /** What a parent has to do within so many days is no promise of the school. */
    private static final Pattern OF_THE_PARENT = Pattern.compile(
            "\\b(?:your request|you (?:must|should|can|may)|send your|request to escalate|requests? (?:for|to)|panel|"
                    + "stage 3|appeal|of receipt of the stage)\\b");

    private final PolicyIndex index;

    public Promises(PolicyIndex index) {
        this.index = index;
    }

    /** The promises with their days, counted from the day of the hand-over; soonest first. */
    public List<Deadline> from(LocalDate handedOver, SchoolTime time) {
        Map<Promise, Deadline> found = new EnumMap<>(Promise.class);
        index.documents(Asker.OFFICE).stream()
                .filter(Promises::isAboutComplaints)
                .forEach(document ->
                        document.passages().forEach(passage -> read(document, passage, handedOver, time, found)));
        List<Deadline> deadlines = new ArrayList<>(found.values());
        deadlines.sort(Comparator.comparing(Deadline::by));
        return deadlines;
    }

    private static boolean isAboutComplaints(PolicyDocument document) {
        return (document.title() + " " + document.file())
                .toLowerCase(Locale.ROOT)
                .contains("complaint");
    }

    private static void read(
            PolicyDocument document,
            Passage passage,
            LocalDate handedOver,
            SchoolTime time,
            Map<Promise, Deadline> found) {
        Matcher sentences = SENTENCE.matcher(passage.text());
        while (sentences.find()) {
            String sentence = sentences.group().strip();
            Optional<Window> window = windowIn(sentence);
            Optional<Promise> promise = promiseIn(sentence);
            if (window.isPresent() && promise.isPresent()) {
                found.computeIfAbsent(
                        promise.get(),
                        it -> deadline(it, window.get(), handedOver, time, words(document, passage, sentence)));
            }
        }
    }

    private static Deadline deadline(
            Promise promise, Window window, LocalDate handedOver, SchoolTime time, Words source) {
        LocalDate by = time.daysAfter(handedOver, window.days(), window.unit());
        boolean planned = window.unit() == DayUnit.WORKING_DAYS || (time.isPlanned(handedOver) && time.isPlanned(by));
        return new Deadline(promise, by, window.days(), window.unit(), planned, source);
    }

    private static Words words(PolicyDocument document, Passage passage, String sentence) {
        Citation whole = Quoter.cite(document, passage, LocalDate.MIN);
        Citation cited = whole.withQuote(List.of(), sentence);
        return new Words(cited, document.audience() == Audience.STAFF);
    }

    /** Within how many days of what kind. */
    record Window(int days, DayUnit unit) {}

    static Optional<Window> windowIn(String sentence) {
        Matcher window = WINDOW.matcher(sentence.toLowerCase(Locale.ROOT));
        if (!window.find()) {
            return Optional.empty();
        }
        int days = number(window.group(1));
        DayUnit unit = window.group(2).equals("school") ? DayUnit.SCHOOL_DAYS : DayUnit.WORKING_DAYS;
        return days > 0 ? Optional.of(new Window(days, unit)) : Optional.empty();
    }

    /** 0 for a word that is no number. */
    private static int number(String written) {
        return Character.isDigit(written.charAt(0))
                ? Integer.parseInt(written)
                : NumberWords.valueOf(written).orElse(0);
    }

    static Optional<Promise> promiseIn(String sentence) {
        String folded = sentence.toLowerCase(Locale.ROOT);
        if (OF_THE_PARENT.matcher(folded).find()) {
            return Optional.empty();
        }
        if (ACKNOWLEDGE.matcher(folded).find()) {
            return Optional.of(Promise.ACKNOWLEDGE);
        }
        return ANSWER.matcher(folded).find() ? Optional.of(Promise.ANSWER) : Optional.empty();
    }
}
