package uk.schoolgate.core.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.wording.Wording;

class LeadLineTest {
    private final LeadLine line = new LeadLine(Wording.english());

    private Optional<String> line(String question, Asker asker, String heading, String quote, String... leadIns) {
        Citation citation = new Citation(
                "p.pdf",
                "A policy",
                heading.isEmpty() ? List.of() : List.of(heading),
                OptionalInt.empty(),
                List.of(leadIns),
                quote.replace("\\n", "\n"),
                Optional.empty(),
                Optional.empty(),
                Audience.EVERYONE);
        return line.of(question, asker, citation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        can i put sports day pics up if other kids r in it | No  | Parents must not post photos of other children.
        Can I post photos of other children?               | No  | Parents must not:\\n• post photos of other children;\\n• shout.
        am i allowed to bring my dog                       | No  | Dogs must not be brought onto the site.
        Are dogs allowed on the school site?               | No  | Dogs are not allowed on site.
        Is it ok to bring my bike?                         | Yes | Parents may bring bikes onto the school site.
        Is it ok to bring my bike?                         | It depends | Parents may bring bikes through the back gate.
        can my son walk home alone                         | It depends | Pupils in Year 6 may walk home alone.
        can i post photos                                  | It depends | Parents must not post photos of other children.
        can she wear earrings                              | It depends | Pupils must not wear hoop earrings.
        can my daughter wear trainers                      | It depends | Pupils may wear trainers on PE days.
        can my son bring a phone                           | It depends | Pupils over 10 may bring a phone.
        can i take photos                                  | It depends | Parents may take photos at the nativity.
        can i take photos at sports day                    | It depends | Parents may take photos at the nativity.
        can i take photos at sports day                    | Yes | Parents may take photos at sports day.
        can i take photos at sports day                    | No  | Parents must not take photos.
        can my son bring his phone?                        | It depends | Pupils may bring a phone only with permission.
        can my daughter wear trainers                      | No  | Children must never wear trainers.
        can kids wear trainers?                            | It depends | Pupils may wear trainers. However, they must be black.
        Do I have to ring if my child is ill?              | Yes | Parents must ring if their child is ill.
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
        can my son use a scooter               | No child may use a scooter.
        can my daughter swim                   | Not everybody may swim.
        can my daughter swim                   | Few children may swim.
        can i bring a dog                      | It is not the case that parents may bring a dog.
        can i bring a dog                      | Under no circumstances may parents bring a dog.
        can i bring a dog                      | Neither parents nor visitors may bring a dog.
        can my son walk home alone             | Pupils may no longer walk home alone.
        are phones allowed                     | Phones may be confiscated.
        are dogs allowed                       | Dogs must not be left at the gate.
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
        what happens if my child is late         | ''  | If a child is late five times, Mrs Parry will write to the family.
        who do i send a complaint to             | ''  | Complaints must not be sent to the headteacher.
        who do i send a complaint to             | ''  | Send a complaint about the headteacher to the chair of governors.
        when is the office open for lost property | ''  | Lost property is kept by the office for up to 4 weeks.
        what time does breakfast club open       | ''  | Breakfast club bookings must be made by 3pm; the club opens when the gates do.
        what time does breakfast club open       | When: at 7.45am. | Breakfast club opens at 7.45am.
        what time does breakfast club open       | ''  | Breakfast club opens at 7.45am on Fridays.
        what time must i complain                | ''  | Parents must complain within 3 months.
        how long can my child be off with head lice | ''  | If your child has head lice, letters are sent within 2 days.
        how long can my child be off with head lice | ''  | A child with head lice must be off by 3pm.
        when will i get a reply to my complaint  | When: within 10 school days. | Parents get a reply to their complaint within 10 school days of receiving it.
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
        can my son walk home alone | Year 6 | Pupils may walk home alone. | It depends
        can my son walk home alone | Going home | Pupils may walk home alone. | Yes
        can my son in year 6 walk home alone | Year 6 | Pupils may walk home alone. | Yes
        """)
    void theHeadingTellsWhatAClauseIsAbout(String question, String heading, String quote, String expected) {
        Optional<String> said = line(question, Asker.PARENT, heading, quote);
        assertThat(said.map(text -> text.substring(0, text.indexOf('.'))).orElse(""))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        can i post photos of other children | Parents must not: | post photos of other children | No
        can i post photos of other children | Parents may:      | post photos of other children | Yes
        can i post photos of other children | ''                | post photos of other children | ''
        """)
    void whatLeadsInToAQuoteIsReadWithIt(String question, String leadIn, String quote, String expected) {
        String[] leadIns = leadIn.isEmpty() ? new String[0] : new String[] {leadIn};
        assertThat(line(question, Asker.PARENT, "", quote, leadIns)
                        .map(text -> text.substring(0, text.indexOf('.')))
                        .orElse(""))
                .isEqualTo(expected);
    }
}
