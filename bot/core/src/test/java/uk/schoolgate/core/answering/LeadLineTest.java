package uk.schoolgate.core.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.wording.Wording;

class LeadLineTest {
    private final LeadLine line = new LeadLine(Wording.english());

    private Optional<String> line(String question, Asker asker, String heading, String quote) {
        Citation citation = new Citation(
                "p.pdf",
                "A policy",
                heading.isEmpty() ? List.of() : List.of(heading),
                OptionalInt.empty(),
                quote.replace("\\n", "\n"),
                Optional.empty());
        return line.of(question, asker, citation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        can i put sports day pics up if other kids r in it | No  | Parents must not post photos of other children.
        Can I post photos of other children?               | No  | Parents must not:\\n• post photos of other children;\\n• shout.
        am i allowed to bring my dog                       | No  | Dogs must not be brought onto the site.
        Are dogs allowed on the school site?               | No  | Dogs are not allowed on site.
        Is it ok to bring my bike?                         | Yes | Parents may bring bikes through the gate.
        can my son bring his phone?                        | It depends | Pupils may bring a phone only with permission.
        can my daughter wear trainers                      | No  | Children must never wear trainers.
        can kids wear trainers?                            | It depends | Pupils may wear trainers. However, they must be black.
        Do I have to ring if my child is ill?              | Yes | Parents must ring if their child is ill on the day.
        does he have to wear a uniform                     | No  | Pupils do not have to wear a uniform.
        """)
    void saysWhatTheClauseDecides(String question, String expected, String quote) {
        assertThat(line(question, Asker.PARENT, "", quote))
                .hasValueSatisfying(text -> assertThat(text).startsWith(expected + "."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        can she wear hoop earrings             | Pupils may wear stud earrings.
        can she wear stud earrings             | Pupils must not wear hoop earrings.
        can he wear a blue jumper              | Pupils must wear a green jumper.
        can i use my phone in the playground   | Pupils must not use phones in the playground.
        can my child use a phone in the playground | Staff must not use phones in the playground.
        can i take photos of my child          | Parents must not post photos of their child.
        can't I bring my dog?                  | Dogs must not be brought onto the site.
        can i bring my dog or should i leave it outside | Dogs must not be brought onto the site.
        why can i not bring my dog             | Dogs must not be brought onto the site.
        how much is the fine                   | Parents may be fined.
        can i smoke at the gate                | Parents may be asked to leave the site.
        can i bring nuts                       | We are a caring school.
        can parents be banned                  | Parents must be polite.
        is bullying ok                         | Bullying may take many forms.
        photos?                                | Parents must not post photos.
        """)
    void saysNothingWhereItIsNotSure(String question, String quote) {
        assertThat(line(question, Asker.PARENT, "", quote)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        can i accept gifts from pupils         | STAFF  | No  | Staff must not accept gifts from pupils.
        can i accept gifts from pupils         | PARENT | ''  | Staff must not accept gifts from pupils.
        can i add ex pupils on facebook        | STAFF  | No  | Staff must not add ex pupils on social media.
        """)
    void whoAsksDecidesWhomTheClauseMustSpeakOf(String question, Asker asker, String expected, String quote) {
        Optional<String> said = line(question, asker, "", quote);
        assertThat(said.map(text -> text.substring(0, text.indexOf('.'))).orElse(""))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        who do i send a formal complaint to      | Who: the headteacher. | Send a formal complaint to the headteacher in writing.
        who do i send a formal complaint to      | ''  | Send a formal complaint to the headteacher or the chair of governors.
        who invented the formal complaint        | ''  | Please be kind to everybody.
        when will i get a reply to my complaint  | When: within 10 school days. | You will get a reply to your complaint within 10 school days.
        how long until a reply to my complaint   | ''  | A reply to your complaint comes within 5 days, or within 10 days if it is long.
        what happens if my child is late five times | What happens next: Mrs Parry will write to the family. | If a child is late five times, Mrs Parry will write to the family.
        what happens if my child is late         | ''  | Lateness matters to everybody.
        """)
    void namesAPersonATimeOrAStepWhereThereIsJustOne(String question, String expected, String quote) {
        Optional<String> said = line(question, Asker.PARENT, "", quote);
        if (expected.isEmpty()) {
            assertThat(said).isEmpty();
        } else {
            assertThat(said).hasValueSatisfying(text -> assertThat(text).startsWith(expected));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        can my son use his phone | Mobile phones | They must not be used in school. | No
        can my son use his phone | Fountain pens | They must not be used in school. | ''
        """)
    void theHeadingTellsWhatAClauseIsAbout(String question, String heading, String quote, String expected) {
        Optional<String> said = line(question, Asker.PARENT, heading, quote);
        assertThat(said.map(text -> text.substring(0, text.indexOf('.'))).orElse(""))
                .isEqualTo(expected);
    }
}
