package uk.schoolgate.adapter.whatsapp.sending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.SchoolCode;

/**
 * Rests that Twilio asked for. A number of ours that was too fast sends nothing for a while, whichever school it sends
 * for and whichever bot of ours hears of it; each time that it is too fast again soon afterwards the rest is twice as long.
 */
public final class Slowdown {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** A number that was not too fast for so long after a rest starts afresh. */
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    /** What waits for the end of a rest is spread over so long. */
    private static final Duration APART = Duration.ofSeconds(5);

    private static final long LEAST_SPREAD_MILLIS = 50;
    private static final int MOST_DOUBLINGS = 10;

    private final Notebook notebook;
    private final ServedSchools schools;
    private final Clock clock;

    public Slowdown(Notebook notebook, ServedSchools schools, Clock clock) {
        this.notebook = notebook;
        this.schools = schools;
        this.clock = clock;
    }

    /** How often in a row it had to rest, and until when. */
    private record Rest(int round, Instant until) {
        String note() {
            return round + " " + until;
        }

        static Rest of(String note) {
            int space = note.indexOf(' ');
            return new Rest(Integer.parseInt(note.substring(0, space)), Instant.parse(note.substring(space + 1)));
        }
    }

    /**
     * Twilio says that a number of ours was too fast. What it says of several messages during one rest counts once.
     *
     * @param school for which the message was
     * @param number ours
     * @param asked how long Twilio asked us to wait, if it said
     * @return how long the number rests now
     */
    public Duration tooFast(SchoolCode school, String number, Optional<Duration> asked) {
        Instant now = clock.instant();
        Optional<Rest> last = last(school, number);
        boolean resting = last.filter(rest -> rest.until().isAfter(now)).isPresent();
        if (resting && asked.isEmpty()) {
            return Duration.between(now, last.get().until());
        }
        int round = last.map(Rest::round).orElse(0) + (resting ? 0 : 1);
        Duration pause = jittered(asked.orElseGet(() -> ofRound(round)));
        Rest rest = new Rest(round, now.plus(pause));
        if (!resting || rest.until().isAfter(last.get().until())) {
            write(school, number, rest, pause.plus(REMEMBERED));
        }
        return pause;
    }

    /** How much longer a number of ours rests; empty where it may send. */
    public Optional<Duration> left(SchoolCode school, String number) {
        Instant now = clock.instant();
        return last(school, number)
                .filter(rest -> rest.until().isAfter(now))
                .map(rest -> longer(Duration.between(now, rest.until()), APART));
    }

    private Optional<Rest> last(SchoolCode school, String number) {
        return notebook.read(school, key(number)).map(Rest::of);
    }

    /** Notes belong to a school, but the number to all of them. */
    private void write(SchoolCode school, String number, Rest rest, Duration life) {
        notebook.write(school, key(number), rest.note(), life);
        for (ServedSchools.Served served : schools.all()) {
            SchoolCode other = served.school().code();
            if (!other.equals(school)) {
                notebook.write(other, key(number), rest.note(), life);
            }
        }
    }

    private static Duration ofRound(int round) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(round - 1, MOST_DOUBLINGS));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private static String key(String number) {
        return "whatsapp:rest:" + number;
    }

    /** Up to half as long again, so that what waits does not come all at once. */
    static Duration jittered(Duration pause) {
        return longer(pause, pause.dividedBy(2));
    }

    private static Duration longer(Duration pause, Duration most) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(most.toMillis() + LEAST_SPREAD_MILLIS));
    }
}
