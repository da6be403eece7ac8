package uk.schoolgate.core.flow;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import uk.schoolgate.core.handoff.WeeklyLetter;
import uk.schoolgate.core.message.Addressee;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.policy.AnswerFeedback;
import uk.schoolgate.core.school.SchoolTime;
import uk.schoolgate.core.screening.Response;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.screening.ScreeningInput;
import uk.schoolgate.core.wording.Titles;

/**
 * Counts through a week what the policies don't answer and what people think of the answers, tells the office on Monday
 * morning, and forgets it. Who asked is not kept, and names are taken out before anything is stored.
 */
final class WeeklyList {
    private static final String STEP = "WEEKLY_LIST";
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    /** Longer than the week and a while of trying: what was never told is erased all the same. */
    private static final Duration LIFE = Duration.ofDays(14);

    private static final int MOST_KEPT = 200;
    private static final int MOST_TOLD = 20;
    private static final int LONGEST = 160;

    private final Casebook casebook;
    private final Clock clock;

    WeeklyList(Casebook casebook, Clock clock) {
        this.casebook = casebook;
        this.clock = clock;
    }

    /** Whether an alarm is this list's. */
    static boolean isFor(Incoming.Alarm alarm) {
        return alarm.step().equals(STEP);
    }

    /** Counts a question that was not answered; one that a person may have to look at is nobody else's business. */
    void notSaid(
            SchoolDesk desk, Incoming.Message message, String question, Screening screening, Commit.Builder commit) {
        boolean delicate = screening.response().compareTo(Response.REVIEW) >= 0;
        if (delicate || desk.school().office().email().isEmpty()) {
            return;
        }
        String text =
                desk.screener().masked(new ScreeningInput(question, message.author(), Set.of(), List.of(), List.of()));
        String plain = shortened(
                text.strip().replaceAll("\\s+", " ").replaceAll("[?!. ]+$", "").toLowerCase(Locale.UK));
        String tally = questions(week());
        Map<String, Integer> counted = casebook.tally(message.school(), tally);
        boolean fits = counted.size() < MOST_KEPT || counted.containsKey(plain);
        if (fits && !plain.isBlank()) {
            commit.count(new Commit.Count(tally, plain, LIFE));
            wake(message, commit);
        }
    }

    /** A long story with a question in it is told by how it begins. */
    private static String shortened(String question) {
        int cut = question.lastIndexOf(' ', LONGEST);
        return question.length() <= LONGEST ? question : question.substring(0, cut > 0 ? cut : LONGEST) + " …";
    }

    /** Counts what somebody thinks of an answer. */
    void opinion(SchoolDesk desk, AnswerFeedback feedback, Incoming cause, Commit.Builder commit) {
        if (desk.school().office().email().isPresent()) {
            String tally = feedback.right() ? right(week()) : wrong(week());
            commit.count(new Commit.Count(tally, feedback.clause(), LIFE));
            wake(cause, commit);
        }
    }

    /** The first thing of a week sets the alarm for the Monday after it. */
    private void wake(Incoming cause, Commit.Builder commit) {
        LocalDate week = week();
        String mark = "weekly:" + week;
        if (!casebook.hasMark(cause.school(), mark)) {
            Instant at =
                    week.plusWeeks(1).atTime(MORNING).atZone(SchoolTime.ZONE).toInstant();
            commit.mark(mark, LIFE);
            commit.wake(
                    new Incoming.Alarm(new EventId("alarm:weekly:" + week), cause.school(), week.toString(), STEP, at));
        }
    }

    /** Tells the office about a week that is over, and forgets it. */
    Commit handle(SchoolDesk desk, Incoming.Alarm alarm) {
        Commit.Builder commit = new Commit.Builder(alarm.school());
        LocalDate week = LocalDate.parse(alarm.concern());
        Map<String, Integer> questions = casebook.tally(alarm.school(), questions(week));
        List<WeeklyLetter.Opinion> opinions = opinions(desk, week);
        if (!questions.isEmpty() || !opinions.isEmpty()) {
            List<WeeklyLetter.Asked> asked = mostFrequent(questions);
            String id = "weekly." + alarm.school().value() + "." + week;
            desk.school()
                    .office()
                    .email()
                    .ifPresent(email -> commit.send(new Outgoing.Letter(
                            id,
                            alarm.school(),
                            new Addressee.Office(),
                            desk.weekly()
                                    .of(
                                            id,
                                            email,
                                            Titles.day(desk.wording(), week),
                                            asked,
                                            questions.size() - asked.size(),
                                            opinions))));
        }
        commit.eraseTally(questions(week)).eraseTally(right(week)).eraseTally(wrong(week));
        return commit.build();
    }

    private static List<WeeklyLetter.Asked> mostFrequent(Map<String, Integer> questions) {
        return questions.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_TOLD)
                .map(entry -> new WeeklyLetter.Asked(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<WeeklyLetter.Opinion> opinions(SchoolDesk desk, LocalDate week) {
        Map<String, Integer> right = casebook.tally(desk.school().code(), right(week));
        Map<String, Integer> wrong = casebook.tally(desk.school().code(), wrong(week));
        Set<String> clauses = new TreeSet<>(right.keySet());
        clauses.addAll(wrong.keySet());
        List<WeeklyLetter.Opinion> opinions = new ArrayList<>();
        clauses.forEach(clause -> opinions.add(new WeeklyLetter.Opinion(
                desk.clauses().sourceOf(clause), right.getOrDefault(clause, 0), wrong.getOrDefault(clause, 0))));
        opinions.sort(Comparator.comparingInt(WeeklyLetter.Opinion::wrong)
                .thenComparingInt(WeeklyLetter.Opinion::right)
                .reversed());
        return opinions.subList(0, Math.min(MOST_TOLD, opinions.size()));
    }

    /** The Monday with which this week began. */
    private LocalDate week() {
        return LocalDate.ofInstant(clock.instant(), SchoolTime.ZONE)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static String questions(LocalDate week) {
        return "not-said:" + week;
    }

    private static String right(LocalDate week) {
        return "right:" + week;
    }

    private static String wrong(LocalDate week) {
        return "wrong:" + week;
    }
}
