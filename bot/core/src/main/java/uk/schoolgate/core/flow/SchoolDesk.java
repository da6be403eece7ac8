package uk.schoolgate.core.flow;

import java.util.Optional;
import uk.schoolgate.core.answering.Clauses;
import uk.schoolgate.core.answering.CuratedAnswers;
import uk.schoolgate.core.answering.Replies;
import uk.schoolgate.core.concern.CircleFinder;
import uk.schoolgate.core.concern.ConcernMachine;
import uk.schoolgate.core.concern.Notices;
import uk.schoolgate.core.handoff.Letters;
import uk.schoolgate.core.handoff.WeeklyLetter;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Screener;
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
 * @param notices writes to people
 * @param letters writes e-mails
 * @param weekly writes the weekly e-mail to its office
 * @param nextSteps what the policies say to do next
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
        Letters letters,
        WeeklyLetter weekly,
        NextSteps nextSteps,
        Wording wording) {

    /** The desk of a school whose office has written no answers of its own. */
    public static SchoolDesk of(
            School school, Roll roll, PolicyIndex policies, Screener screener, Answerer answerer, Wording wording) {
        return of(school, roll, policies, screener, answerer, CuratedAnswers.NONE, wording);
    }

    /** The desk of a school over its folder's contents. */
    public static SchoolDesk of(
            School school,
            Roll roll,
            PolicyIndex policies,
            Screener screener,
            Answerer answerer,
            CuratedAnswers curated,
            Wording wording) {
        return new SchoolDesk(
                school,
                roll,
                screener,
                new Replies(school, policies, answerer, curated, wording),
                new Clauses(policies),
                new CircleFinder(school, roll),
                new ConcernMachine(school.retention().unconfirmed()),
                new Notices(school, roll, wording),
                new Letters(school, roll, wording),
                new WeeklyLetter(wording),
                new NextSteps(policies),
                wording);
    }

    /** The e-mail address of a member of staff, where the roll gives one. */
    public Optional<String> emailOf(PersonId person) {
        return roll.staffMember(person).flatMap(member -> member.email());
    }

    /** What the policies say to do next about an incident of that category. */
    public Optional<Citation> nextStep(Category category) {
        return nextSteps.forCategory(category);
    }

    /** As whom a person asks: staff if the roll knows them as such. */
    public Asker askerOf(PersonId person) {
        return roll.staffMember(person).isPresent() ? Asker.STAFF : Asker.PARENT;
    }
}
