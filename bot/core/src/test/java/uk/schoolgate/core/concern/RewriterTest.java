package uk.schoolgate.core.concern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.text.Span;

class RewriterTest {
    /** A message with what screening saw of it between square brackets. */
    private static Optional<String> rewrite(Category category, String marked) {
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        String text = marked.replace("[", "").replace("]", "");
        Finding finding =
                new Finding(category, List.of(Span.of(text, start, end)), List.of(), 0.9, List.of(), "It does.");
        return Rewriter.rewrite(text, List.of(finding));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Ollie Smith] kicked my son again. When is the trip letter coming home? | When is the trip letter coming home?",
                "Hi all, what time is pick up on Friday? Asking because [Sam] was sick | What time is pick up on Friday?",
                "who do I talk to when [Ollie] hurts my child? | Who do I talk to when a child hurts my child?",
                "Has anyone else had trouble with [Ollie Smith]? | Has anyone else had trouble with a child?",
                "Can my daughter [Grace Okafor] still bring a packed lunch? | Can my daughter still bring a packed lunch?",
                "Does anyone know how I report [Ollie] hitting my son? | Does anyone know how I report a child hitting my son?",
                "[Zuzia] has nits again. does anyone know what the office number is | Does anyone know what the office number is?",
            })
    void aQuestionStaysAndTheNameGoes(String marked, String expected) {
        assertThat(rewrite(Category.CHILD_SENSITIVE, marked)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[Mrs Patel is useless]. What time does the fair start on Saturday? | What time does the fair start on Saturday?",
                "[That stupid woman] lost the letter! Has anyone got a copy of the kit list?? | Has anyone got a copy of the kit list?",
            })
    void aQuestionStaysAndTheInsultGoes(String marked, String expected) {
        assertThat(rewrite(Category.STAFF_ATTACK, marked)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Is [Ollie] coming to the party on Saturday?",
                "Why is [Ollie] always hitting people?",
                "that [Ollie] hit her. What do I say?",
                "Where is that naughty [Ollie] now anyway?",
                "How do I stop [Ollie] and Sam fighting on the bus?",
                "[Ollie] bit her. Has anyone seen what Kezia did?",
                "[Ollie] again. Can we do something quietly?",
                "[Ollie] hit him. Is anyone going to tell his mum?",
                "Who signs with me against [Ollie]?",
                "What should I do if [Ollie]’s hitting goes on?",
                "[Ollie] is in trouble at home again.",
            })
    void whereTheQuestionIsAboutTheChildThereIsNoRewrite(String marked) {
        assertThat(rewrite(Category.CHILD_SENSITIVE, marked)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Mrs Patel is useless]. Where was our leader?",
                "[Mrs Patel is useless]. Has Mr H missed another parents evening?",
                "[Mrs Patel is useless]. How long do we put up with this?",
                "[Mrs Patel is useless]. Who hired that woman anyway?",
                "[Mrs Patel is useless]. What is the point of parents evening?",
                "Is [Mrs Patel really this thick]?",
                "[Mrs Patel is useless]. Does anyone agree with me?",
                "[Mrs Patel is useless]. When is she leaving at last?",
            })
    void aRhetoricalQuestionIsNotWorthKeeping(String marked) {
        assertThat(rewrite(Category.STAFF_ATTACK, marked)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"THREAT", "HATE", "SAFEGUARDING", "STAFF_ALLEGATION", "CONTACT_DETAILS", "STAFF_COMPLAINT"})
    void whatIsNotANameOrAnInsultIsNotRewritten(Category category) {
        assertThat(rewrite(category, "[Something bad]. What time does the fair start on Saturday?"))
                .isEmpty();
    }
}
