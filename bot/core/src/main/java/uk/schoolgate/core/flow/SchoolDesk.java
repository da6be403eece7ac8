package uk.schoolgate.core.flow;

import java.time.LocalDate;
import java.util.Optional;
import uk.schoolgate.core.answering.Clauses;
import uk.schoolgate.core.answering.CuratedAnswers;
import uk.schoolgate.core.answering.Replies;
import uk.schoolgate.core.concern.Cards;
import uk.schoolgate.core.concern.CircleFinder;
import uk.schoolgate.core.concern.ConcernMachine;
import uk.schoolgate.core.concern.Notices;
import uk.schoolgate.core.concern.Timing;
import uk.schoolgate.core.handoff.Guidance;
import uk.schoolgate.core.handoff.IncidentFile;
import uk.schoolgate.core.handoff.Letters;
import uk.schoolgate.core.handoff.WeeklyLetter;
import uk.schoolgate.core.message.Addressee;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Screener;
import uk.schoolgate.core.wording.Tongue;
import uk.schoolgate.core.wording.Wording;

/**
 * Everything about one school that handling its messages needs, built from its folder. Immutable: when the folder
 * changes, a new desk takes its place.
 *
 * @param school what it says about itself
 * @param roll who belongs to it
 * @param screener looks at group messages
 * @param replies replies to what people ask the bot
 * @param clauses knows the clauses of its policies
 * @param circles decides who hears of a concern
 * @param machine the life of its concerns
 * @param notices writes to authors
 * @param cards writes to reviewers and named contacts
 * @param letters writes e-mails
 * @param weekly writes the weekly e-mail to its office
 * @param nextSteps what the policies say to do next
 * @param promises what the complaints policy promises by when
 * @param suggestions suggests how messages could be put instead
 * @param wording the words
 */
public record SchoolDesk(
        School school,
        Roll roll,
        Screener screener,
        Replies replies,
        Clauses clauses,
        CircleFinder circles,
        ConcernMachine machine,
        Notices notices,
        Cards cards,
        Letters letters,
        WeeklyLetter weekly,
        NextSteps nextSteps,
        Promises promises,
        Suggestions suggestions,
        Wording wording) {

    /**
     * The desk of a school whose office has written no answers of its own.
     *
     * @param files writes {@code incident.json}
     */
    public static SchoolDesk of(
            School school,
            Roll roll,
            PolicyIndex policies,
            Screener screener,
            Answerer answerer,
            Wording wording,
            IncidentFile.Writer files) {
        return of(school, roll, policies, screener, answerer, CuratedAnswers.NONE, wording, files);
    }

    /**
     * The desk of a school over its folder's contents.
     *
     * @param files writes {@code incident.json}
     */
    public static SchoolDesk of(
            School school,
            Roll roll,
            PolicyIndex policies,
            Screener screener,
            Answerer answerer,
            CuratedAnswers curated,
            Wording wording,
            IncidentFile.Writer files) {
        return new SchoolDesk(
                school,
                roll,
                screener,
                new Replies(school, policies, answerer, curated, wording),
                new Clauses(policies),
                new CircleFinder(school, roll),
                new ConcernMachine(Timing.of(school)),
                new Notices(school, roll, wording),
                new Cards(school, roll, wording),
                new Letters(school, roll, wording, files),
                new WeeklyLetter(wording),
                new NextSteps(policies),
                new Promises(policies),
                new Suggestions(school, screener),
                wording);
    }

    /** The same desk, for somebody who reads another language; letters to the school stay English. */
    public SchoolDesk in(Tongue tongue) {
        if (tongue == wording.tongue()) {
            return this;
        }
        Wording words = Wording.in(tongue);
        return new SchoolDesk(
                school,
                roll,
                screener,
                replies.in(words),
                clauses,
                circles,
                machine,
                new Notices(school, roll, words),
                new Cards(school, roll, words),
                letters,
                weekly,
                nextSteps,
                promises,
                suggestions,
                words);
    }

    /** The e-mail address of a member of staff, where the roll gives one. */
    public Optional<String> emailOf(PersonId person) {
        return roll.staffMember(person).flatMap(member -> member.email());
    }

    /** Where a letter goes as the folder has it now; empty where it gives its reader no address any more. */
    public Optional<String> addressOf(Outgoing.Letter letter) {
        return switch (letter.addressee()) {
            case Addressee.Complaints() -> Optional.of(school.complaintsInbox());
            case Addressee.Office() -> Optional.of(school.officeInbox());
            case Addressee.Staff(PersonId person) -> emailOf(person);
            case Addressee.Unlisted() -> Optional.of(letter.mail().to());
        };
    }

    /** What the policies say about what happens with an incident of that category, handed over on that day. */
    public Guidance guidance(Category category, LocalDate handedOver) {
        return new Guidance(nextSteps.forCategory(category), promises.from(handedOver, school.time()));
    }

    /** As whom a person asks: staff if the roll knows them as such. */
    public Asker askerOf(PersonId person) {
        return roll.staffMember(person).isPresent() ? Asker.STAFF : Asker.PARENT;
    }
}
