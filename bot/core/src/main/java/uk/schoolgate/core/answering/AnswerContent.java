package uk.schoolgate.core.answering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.policy.Disagreement;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Titles;
import uk.schoolgate.core.wording.Wording;

/** Puts an answer into words. What stands in a quote is the policy's, everything else is the bot's own. */
final class AnswerContent {
    private final School school;
    private final Wording wording;
    private final LeadLine leadLine;

    AnswerContent(School school, Wording wording) {
        this.school = school;
        this.wording = wording;
        this.leadLine = new LeadLine(wording);
    }

    /** The line that answers where the clause decides it, then the quotes with their sources. */
    Content cited(String question, Asker asker, List<Citation> citations) {
        List<Block> blocks = new ArrayList<>();
        boolean disagree = Disagreement.among(citations);
        // Where policies disagree, one of them does not decide it.
        Optional<String> line = disagree ? Optional.empty() : leadLine.of(question, asker, citations.getFirst());
        blocks.add(new Block.Text(line.orElseGet(() -> wording.say(Phrase.ANSWER_LEAD))));
        quotes(citations, blocks);
        if (disagree) {
            blocks.add(new Block.Text(wording.say(Phrase.ANSWER_CONTRADICTION, "contact", contact())));
        }
        return new Content("", blocks, List.of()).forStaffAlone(areForStaff(citations));
    }

    /** The office's own words, with the clause that they rest on. */
    Content curated(CuratedAnswer answer, Optional<Citation> clause) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(wording.say(Phrase.ANSWER_FROM_OFFICE, "answer", answer.answer())));
        List<Citation> citations = clause.stream().toList();
        quotes(citations, blocks);
        boolean forStaff = answer.audience() == Audience.STAFF || areForStaff(citations);
        return new Content("", blocks, List.of()).forStaffAlone(forStaff);
    }

    private static boolean areForStaff(List<Citation> citations) {
        return citations.stream().anyMatch(citation -> citation.audience() == Audience.STAFF);
    }

    private void quotes(List<Citation> citations, List<Block> blocks) {
        for (Citation citation : citations) {
            citation.leadIns().forEach(leadIn -> blocks.add(new Block.Quote(leadIn, "")));
            blocks.add(new Block.Quote(citation.quote(), source(citation)));
            citation.overdue()
                    .map(date -> wording.say(Phrase.ANSWER_OVERDUE, "date", Titles.day(wording, date)))
                    .map(Block.Text::new)
                    .ifPresent(blocks::add);
        }
    }

    private String source(Citation citation) {
        return citation.adopted()
                .map(date -> wording.say(
                        Phrase.ANSWER_SOURCE_DATED,
                        "source",
                        citation.source(),
                        "date",
                        Titles.monthOrDay(wording, date)))
                .orElseGet(citation::source);
    }

    /**
     * The policies don't say.
     *
     * @param nearest the section that comes nearest to it
     */
    Content notSaid(Optional<Citation> nearest) {
        String notSaid = wording.say(Phrase.ANSWER_NOT_SAID, "contact", contact());
        return nearest.map(section -> Content.ofText(
                                notSaid, wording.say(Phrase.ANSWER_NEAREST, "section", section.source()))
                        // That there is such a policy is for staff to know, too.
                        .forStaffAlone(section.audience() == Audience.STAFF))
                .orElseGet(() -> Content.ofText(notSaid));
    }

    private String contact() {
        return Titles.contact(wording, school.office());
    }
}
