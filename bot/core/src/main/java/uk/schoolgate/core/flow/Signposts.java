package uk.schoolgate.core.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.ConcernId;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.sealing.Sealer;

/** The ways to concerns that their ids do not show: from a joined message, from a pile-on, from an author who explains. */
final class Signposts {
    /** Longer than anybody edits or deletes what they wrote. */
    private static final Duration MESSAGE = Duration.ofDays(60);
    /** A pile-on that pauses longer is a new one. */
    private static final Duration PILE_ON = Duration.ofHours(3);

    private static final Duration WORDS = Duration.ofHours(1);

    private final Casebook casebook;
    private final Sealer sealer;

    Signposts(Casebook casebook, Sealer sealer) {
        this.casebook = casebook;
        this.sealer = sealer;
    }

    /** The concern that a message is part of. */
    Optional<Concern> ofMessage(SchoolCode school, EventId message) {
        return casebook.signpost(school, message(message))
                .or(() -> Optional.of(ConcernId.of(school, message)))
                .flatMap(id -> casebook.concern(school, id));
    }

    /** The concerns of a message, newest first: what it was changed into may be for other people than what it said first. */
    List<Concern> allOfMessage(SchoolCode school, EventId message) {
        List<Concern> all = new ArrayList<>();
        Optional<Concern> next = ofMessage(school, message);
        while (next.filter(concern -> !all.contains(concern)).isPresent()) {
            all.add(next.get());
            next = casebook.signpost(school, earlier(message, next.get().id()))
                    .flatMap(id -> casebook.concern(school, id));
        }
        return all;
    }

    /** After what a message was changed into raised a concern, the way back to the one that it was part of before. */
    void putEarlier(EventId message, ConcernId later, ConcernId earlier, Commit.Builder commit) {
        commit.signpost(earlier(message, later), earlier, MESSAGE);
    }

    private static String earlier(EventId message, ConcernId later) {
        return "earlier:" + later.value() + ":" + message.value();
    }

    void putMessage(EventId message, ConcernId concern, Commit.Builder commit) {
        commit.signpost(message(message), concern, MESSAGE);
    }

    private static String message(EventId message) {
        return "message:" + message.value();
    }

    /** The concern of what goes on in a group about that person. */
    Optional<Concern> ofPileOn(SchoolCode school, String group, Category category, String person) {
        return casebook.signpost(school, pileOn(group, category, person)).flatMap(id -> casebook.concern(school, id));
    }

    void putPileOn(String group, Category category, String person, ConcernId concern, Commit.Builder commit) {
        commit.signpost(pileOn(group, category, person), concern, PILE_ON);
    }

    private String pileOn(String group, Category category, String person) {
        return "pile-on:" + category + ":" + sealer.pseudonym(group + "\n" + person);
    }

    /** The concern about which that author was asked for their side. */
    Optional<ConcernId> awaitingWords(SchoolCode school, PersonId author) {
        return casebook.signpost(school, words(author));
    }

    void awaitWords(PersonId author, ConcernId concern, Commit.Builder commit) {
        commit.signpost(words(author), concern, WORDS);
    }

    void wordsCame(PersonId author, ConcernId concern, Commit.Builder commit) {
        commit.signpost(words(author), concern, Duration.ZERO);
    }

    private String words(PersonId author) {
        return "words:" + sealer.pseudonym(author.value());
    }
}
