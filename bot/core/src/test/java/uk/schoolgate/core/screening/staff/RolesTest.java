package uk.schoolgate.core.screening.staff;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.screening.staff.StaffSighting.Form;

class RolesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the head never replies | the head | T1",
                "I emailed the useless head again | the useless head | T1",
                "Headteacher said no | Headteacher | T1",
                "no confidence in the head at all | the head | T1",
                "I've written to the head | the head | T1",
                "the head's office | the head | T1",
                "i will ask head about it | head | T1",
                "the deputy shouted | the deputy | T2",
                "the year 3 teacher is off | the year 3 teacher | T3",
                "y3 teacher is off | y3 teacher | T3",
                "Badger's teacher is off | Badger's teacher | T3",
                "our class teacher is off | our class teacher | T3",
                "her teacher is off | her teacher | T3",
                "the teacher in Otter is off | the teacher in Otter | T4",
                "the TA in Otter | the TA in Otter | T5",
                "the Y5 TA | the Y5 TA | T5",
                "the PE teacher | the PE teacher | T9",
                "the bloke who does PE | the bloke who does PE | T9",
                "that PE fella | that PE fella | T9",
                "that woman on reception | that woman on reception | T6",
                "the reception lady | the reception lady | T6",
                "the lady in the office | the lady in the office | T6",
                "that receptionist | that receptionist | T6",
                "the caretaker | the caretaker | T7",
                "the dinner ladies | the dinner ladies | T8",
                "lunchtime staff | lunchtime staff | T8",
                "whoever does dinners | whoever does dinners | T8",
                "the governors | the governors | G1 G2",
                "the chair of governors | the chair of governors | G1",
                "that new supply | that new supply | -",
                "supply in Badger again | supply in Badger | -",
                "any teacher | any teacher | -",
                "the SENCO | the SENCO | -"
            })
    void areFoundAndResolvedByTheRoll(String text, String words, String ids) {
        SmallSchool.assertFound(Form.ROLE, text, words, ids, SmallSchool.BADGER);
    }

    @Test
    void withoutClassTheTeacherIsAnybody() {
        SmallSchool.assertFound(Form.ROLE, "the teacher was late", "the teacher", "-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the school is a joke",
                "the office never answers",
                "head lice in year 3",
                "she banged her head",
                "a ball to the head",
                "hit on the head",
                "at the head of the queue",
                "we head off at nine",
                "the head of the table",
                "I cook the tea",
                "let's cook together",
                "ta for that",
                "Ta very much!",
                "my driving teacher",
                "teacher training day",
                "the water supply is off",
                "I'm a TA",
                "staff room at nine",
                "a girl in reception bit him",
                "he left it in the office",
                "the doctors receptionist",
                "the post office lady"
            })
    void areNotSeenInThingsAndOtherPeople(String text) {
        SmallSchool.assertNobody(text, SmallSchool.BADGER);
    }
}
