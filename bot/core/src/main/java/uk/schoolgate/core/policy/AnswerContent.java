package uk.schoolgate.core.policy;

import java.util.ArrayList;
import java.util.List;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Titles;
import uk.schoolgate.core.wording.Wording;

/** Puts an answer into words. */
public final class AnswerContent {
    private final School school;
    private final Wording wording;

    public AnswerContent(School school, Wording wording) {
        this.school = school;
        this.wording = wording;
    }

    /** What the asker reads. */
    public Content of(Answer answer) {
        return switch (answer) {
            case Answer.Cited cited -> cited(cited);
            case Answer.NotSaid notSaid -> say(Phrase.ANSWER_NOT_SAID);
        };
    }

    private Content cited(Answer.Cited cited) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Text(wording.say(Phrase.ANSWER_LEAD)));
        for (Citation citation : cited.citations()) {
            blocks.add(new Block.Quote(citation.quote(), citation.source()));
            citation.overdue()
                    .map(date -> wording.say(Phrase.ANSWER_OVERDUE, "date", Titles.day(wording, date)))
                    .map(Block.Text::new)
                    .ifPresent(blocks::add);
        }
        return new Content("", blocks, List.of());
    }

    private Content say(Phrase phrase) {
        return Content.ofText(wording.say(phrase, "contact", Titles.contact(wording, school.office())));
    }
}
