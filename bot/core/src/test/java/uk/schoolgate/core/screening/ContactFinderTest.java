package uk.schoolgate.core.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.Office;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Retention;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Sentences;
import uk.schoolgate.core.text.Span;

class ContactFinderTest {
    private static final Pattern NUMBER = Pattern.compile("0[0-9]{4} ?[0-9]{6}");

    private final ContactFinder finder = new ContactFinder(ContactFinderTest::numbers, school(), Roll.EMPTY);

    private static List<Span> numbers(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            spans.add(Span.of(text, matcher.start(), matcher.end()));
        }
        return spans;
    }

    private static School school() {
        return new School(
                new SchoolCode("TST"),
                "Test Primary School",
                "complaints@test.example",
                new Office(Optional.of("01632 960999"), Optional.of("office@test.example")),
                new PersonId("S01"),
                new PersonId("S02"),
                Optional.empty(),
                List.of(),
                Mode.WATCH,
                Retention.DEFAULT,
                List.of());
    }

    private List<String> found(String text) {
        return finder.find(text, Sentences.of(FoldedText.of(text))).stream()
                .map(Span::text)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hana's dad is 07700 900418 if it helps | 07700 900418",
                "his home number's 01632 960418 | 01632 960418",
                "write to her, jdoe77@mailbox.example | jdoe77@mailbox.example",
                "Mr Bell lives at 22 mill rise | 22 mill rise",
                "Ravi's is 9 Orchard Mews, blue door | 9 Orchard Mews",
                "she's moved, TE5 7ZZ now | TE5 7ZZ",
                "our plumber's brother might do it for me, he's 07700 900418 | 07700 900418",
                "for the hall keys try Seema, 07700 900418 | 07700 900418",
                "they moved to Orchard Rise, no 9 | Orchard Rise, no 9",
                "Ruth is 3 Mill Bank | 3 Mill Bank",
                "ring his nan: oh double seven double oh, nine hundred, four one eight | oh double seven double oh, nine hundred, four one eight",
                "it's 07700. then 900. then 4. 1. 8. ok | 07700. then 900. then 4. 1. 8",
                "0️⃣7️⃣7️⃣0️⃣0️⃣ 900418 from a friend | 0️⃣7️⃣7️⃣0️⃣0️⃣ 900418",
                "tell him at jay dot doe at mailbox dot example | jay dot doe at mailbox dot example"
            })
    void somebodysDetails(String text, String expected) {
        assertThat(found(text)).containsExactly(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the office is 01632 960999",
                "complain to complaints@test.example",
                "my new number is 07700 900418",
                "party at mine, 22 Mill Rise",
                "ring the leisure centre on 01632 960418",
                "the cafe does breakfasts, 14 High Street",
                "bookings@softplay.example for the party",
                "it's a 10 minute drive and 5 min walk",
                "i've got a new number, 07700 900418",
                "we're at 9 Orchard Mews, come round the back",
                "text me if stuck. 07700 900418",
                "the quiz sheet is 07700 900418, no wait that's mine",
                "Childline is 0800 900418",
                "the plumber's number is on his van 01632 960418",
                "we lost 3-1 to Alder Lane",
                "only 5 to walk home alone",
                "lane 4 at 5.30 Monday lane 2",
                "those n33ds and p0l1sh spellings",
                "one two three four five six seven eight nine ten, coming",
                "oh for one or two more"
            })
    void nobodysSecret(String text) {
        assertThat(found(text)).isEmpty();
    }

    @Test
    void theSentenceItselfCounts() {
        assertThat(found("The cafe is shut. Hana's dad is 07700 900418")).containsExactly("07700 900418");
    }
}
