package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.flow.NextSteps;
import uk.schoolgate.core.flow.Promises;
import uk.schoolgate.core.handoff.Guidance.Deadline;
import uk.schoolgate.core.handoff.Guidance.Promise;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.school.DayUnit;
import uk.schoolgate.core.school.SchoolHours;
import uk.schoolgate.core.school.SchoolTime;
import uk.schoolgate.core.school.Term;
import uk.schoolgate.core.screening.Category;

/** What a school's own policies say about what happens with an incident, and by when. */
class GuidanceTest {
    private static final LocalDate BEFORE_HALF_TERM = LocalDate.of(2026, 10, 21);
    private static final SchoolTime TIME = new SchoolTime(
            List.of(
                    new Term(LocalDate.of(2026, 9, 2), LocalDate.of(2026, 10, 23)),
                    new Term(LocalDate.of(2026, 11, 2), LocalDate.of(2026, 12, 18))),
            SchoolHours.DEFAULT);

    private static List<Deadline> deadlines(String file, String... passages) {
        PolicyIndex policies =
                new InMemoryPolicyIndex(List.of(PolicyIndexContract.policy(file, Audience.EVERYONE, passages)));
        return new Promises(policies).from(BEFORE_HALF_TERM, TIME);
    }

    @Test
    void schoolDaysStopForHalfTermAndWorkingDaysDoNot() {
        assertThat(deadlines(
                        "complaints.txt",
                        "We acknowledge a complaint within 3 working days.",
                        "You receive a written answer within 5 school days."))
                .extracting(Deadline::promise, Deadline::by, Deadline::unit, Deadline::planned)
                .containsExactly(
                        tuple(Promise.ACKNOWLEDGE, LocalDate.of(2026, 10, 26), DayUnit.WORKING_DAYS, true),
                        tuple(Promise.ANSWER, LocalDate.of(2026, 11, 4), DayUnit.SCHOOL_DAYS, true));
    }

    @Test
    void withoutAWindowThereIsNoDeadline() {
        assertThat(deadlines("complaints.txt", "We acknowledge and answer every complaint as soon as we can."))
                .isEmpty();
    }

    @Test
    void onlyTheComplaintsPolicyPromises() {
        assertThat(deadlines("uniform.txt", "We acknowledge lost property within 3 school days."))
                .isEmpty();
    }

    @Test
    void wherePoliciesNameNoNextStepThereIsNone() {
        PolicyIndex policies = new InMemoryPolicyIndex(
                List.of(PolicyIndexContract.policy("uniform.txt", Audience.EVERYONE, "Jumpers are green.")));
        assertThat(new NextSteps(policies).forCategory(Category.STAFF_ATTACK)).isEmpty();
    }
}
