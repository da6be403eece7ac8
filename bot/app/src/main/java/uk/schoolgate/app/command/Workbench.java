package uk.schoolgate.app.command;

import java.time.Clock;
import uk.schoolgate.adapter.documents.TikaPolicyReader;
import uk.schoolgate.adapter.models.BgeEmbedder;
import uk.schoolgate.adapter.models.LucenePolicyIndex;
import uk.schoolgate.app.school.Models;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.PolicyFolder;
import uk.schoolgate.app.school.PolicyFolder.Policies;
import uk.schoolgate.app.school.PolicyVersions;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.app.school.SchoolParts;
import uk.schoolgate.app.school.VectorFile;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.policy.AnswerContent;
import uk.schoolgate.core.policy.Answerer;
import uk.schoolgate.core.policy.Embedder;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.wording.Wording;

/** What the commands work with: a school's desk, built without a server. */
public final class Workbench {
    private Workbench() {}

    /** A school's desk, with everything that screening needs. */
    public static SchoolDesk deskOf(SchoolFolder folder, PhoneNumberParser phones) {
        Models models = Models.load();
        PolicyIndex index = indexOf(folder, models.embedder());
        return SchoolParts.desk(folder, index, models, phones, Wording.english(), Clock.systemUTC());
    }

    /**
     * What answers questions and what puts the answers into words.
     *
     * @param answerer finds the answers
     * @param words words them
     */
    record Answers(Answerer answerer, AnswerContent words) {}

    /** A school's answers, without the model that screening needs. */
    static Answers answersOf(SchoolFolder folder) {
        PolicyIndex index = indexOf(folder, new BgeEmbedder());
        return new Answers(
                new Answerer(index, Clock.systemUTC()), new AnswerContent(folder.school(), Wording.english()));
    }

    private static PolicyIndex indexOf(SchoolFolder folder, Embedder embedder) {
        Policies policies = PolicyFolder.tryOut(folder.path(), new TikaPolicyReader());
        policies.problems().forEach(problem -> System.err.println(problem.asLine()));
        int passages = policies.documents().stream()
                .mapToInt(policy -> policy.passages().size())
                .sum();
        System.err.println("reading " + policies.documents().size() + " policies, " + passages + " passages");
        return LucenePolicyIndex.build(PolicyVersions.inForce(policies.documents()), embedder, VectorFile.shipped());
    }
}
