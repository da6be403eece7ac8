package uk.schoolgate.app.command;

import java.time.Clock;
import java.time.LocalDate;
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
import uk.schoolgate.core.answering.Replies;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.policy.Embedder;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.school.SchoolTime;
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

    /** What replies to questions, without the model that screening needs. */
    static Replies repliesOf(SchoolFolder folder) {
        Embedder embedder = new BgeEmbedder();
        PolicyIndex index = indexOf(folder, embedder);
        return SchoolParts.replies(folder, index, embedder, Wording.english(), Clock.systemUTC());
    }

    private static PolicyIndex indexOf(SchoolFolder folder, Embedder embedder) {
        Policies policies = PolicyFolder.tryOut(folder.path(), new TikaPolicyReader());
        policies.problems().forEach(problem -> System.err.println(problem.asLine()));
        int passages = policies.documents().stream()
                .mapToInt(policy -> policy.passages().size())
                .sum();
        System.err.println("reading " + policies.documents().size() + " policies, " + passages + " passages");
        return LucenePolicyIndex.build(
                PolicyVersions.inForce(policies.documents(), LocalDate.now(SchoolTime.ZONE)),
                embedder,
                VectorFile.shipped());
    }
}
