package uk.schoolgate.app.school;

import java.time.Clock;
import tools.jackson.databind.json.JsonMapper;
import uk.schoolgate.core.answering.CuratedAnswers;
import uk.schoolgate.core.answering.Replies;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Embedder;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.screening.ClauseFinder;
import uk.schoolgate.core.screening.LearntScreener;
import uk.schoolgate.core.screening.MessageReader;
import uk.schoolgate.core.screening.PhoneNumbers;
import uk.schoolgate.core.screening.Screener;
import uk.schoolgate.core.wording.Wording;

/** Puts the parts of a school together; the server and the commands do it in the same way. */
public final class SchoolParts {
    private SchoolParts() {}

    /** The desk of a school over its folder, the index of its policies, and the models. */
    public static SchoolDesk desk(
            SchoolFolder folder, PolicyIndex index, Models models, PhoneNumbers phones, Wording wording, Clock clock) {
        Screener screener = new LearntScreener(
                new MessageReader(folder.school(), folder.roll(), phones, models.language()),
                models.judge(),
                folder.thresholds(),
                folder.roll(),
                new ClauseFinder(index),
                wording);
        return SchoolDesk.of(
                folder.school(),
                folder.roll(),
                index,
                screener,
                new Answerer(index, clock),
                curated(folder, index, models.embedder()),
                wording,
                JsonMapper.shared()::writeValueAsString);
    }

    /** What replies to questions, without what only screening needs. */
    public static Replies replies(
            SchoolFolder folder, PolicyIndex index, Embedder embedder, Wording wording, Clock clock) {
        CuratedAnswers curated = curated(folder, index, embedder);
        return new Replies(folder.school(), index, new Answerer(index, clock), curated, wording);
    }

    private static CuratedAnswers curated(SchoolFolder folder, PolicyIndex index, Embedder embedder) {
        return CuratedAnswers.of(
                AnswersFile.resolve(folder.answers(), index.documents(Asker.OFFICE))
                        .answers(),
                embedder);
    }
}
