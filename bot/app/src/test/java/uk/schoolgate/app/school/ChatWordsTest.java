package uk.schoolgate.app.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.adapter.documents.TikaPolicyReader;
import uk.schoolgate.adapter.models.BgeEmbedder;
import uk.schoolgate.adapter.models.LucenePolicyIndex;
import uk.schoolgate.core.answering.Replies;
import uk.schoolgate.core.answering.Reply;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.wording.Wording;

/** The words of chats find the words of policies, and who asks decides which clause: the shipped school, with its model. */
class ChatWordsTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-20T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path data;

    private static BgeEmbedder embedder;
    private static LucenePolicyIndex index;
    private static Replies replies;

    @BeforeAll
    static void start() throws Exception {
        Path folder = ShippedSchool.layOut(data);
        List<PolicyDocument> policies =
                PolicyFolder.read(folder, new TikaPolicyReader()).documents();
        embedder = new BgeEmbedder();
        index = LucenePolicyIndex.build(policies, embedder, VectorFile.shipped());
        SchoolFolder school = SchoolFolder.read(folder, new PhoneNumberParser());
        replies = SchoolParts.replies(school, index, embedder, Wording.english(), NOW);
    }

    @AfterAll
    static void stop() throws Exception {
        index.close();
        embedder.close();
    }

    private static String quotes(String question, Asker asker) {
        return String.join(
                "\n",
                replies.reply(question, asker).citations().stream()
                        .map(citation -> String.join(" ", citation.leadIns()) + " " + citation.quote())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        STAFF  | ex pupil added me on insta shes 17                 | a former pupil under 19
        STAFF  | can i accept a parents friend request on fb        | Do not accept friend requests from parents
        STAFF  | can i snap the kids on my own phone                | never take pictures of pupils on them
        PARENT | can i put sports day pics up if other kids r in it | Pictures showing other children must not be posted
        PARENT | can we have a day off for a wedding                | a wedding of a parent, brother or sister
        PARENT | can i get a day off for a holiday                  | Holidays in term time are not authorised
        PARENT | am i allowed to take pics at the play              | of their own child
        PARENT | do teachers tell kids off for being late           | late
        """)
    void theWordsOfAChatFindTheClause(Asker asker, String question, String quote) {
        assertThat(quotes(question, asker)).containsIgnoringCase(quote);
    }

    @Test
    void whoAsksDecidesWhichClauseIsMeant() {
        String question = "am i allowed to post pics of the kids on insta";
        assertThat(quotes(question, Asker.STAFF)).contains("Staff must not");
        assertThat(quotes(question, Asker.PARENT)).isNotBlank().doesNotContain("Staff must not");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "can I let you know here that my child is ill today",
                "can i report my sons absence to you?",
                "my daughter is poorly today can you let school know",
                "is it enough to message you if my kid is off sick",
                "can i tell you that my child is poorly today",
                "Can I report an absence here?"
            })
    void aParaphraseFindsTheOfficesOwnAnswer(String question) {
        assertThat(replies.reply(question, Asker.PARENT).content().plainText()).startsWith("The school office says:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "when do i have to report an absence",
                "my child is ill today, does he need a doctors note",
                "how many absences are too many",
                "when must I report my child's absence",
                "who do I report my child's absence to",
                "what happens if I don't report my child's absence",
                "can my child come to school when he is ill",
                "my child is poorly today, can he do PE?"
            })
    void aQuestionNearItDoesNot(String question) {
        assertThat(replies.reply(question, Asker.PARENT).content().plainText())
                .doesNotStartWith("The school office says:");
    }

    /** "Who do I pay" is no reason to say that something is paid. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        who do i pay for the broken laptop                 | we do not charge for them
        why has uniform got to be from the official shop only | can be bought at a supermarket
        why do joggers get banned in wren class?           | Joggers are fine in Wren class
        """)
    void aFalsePremiseIsCorrectedByTheClause(String question, String correction) {
        Reply reply = replies.reply(question, Asker.PARENT);
        assertThat(quotes(question, Asker.PARENT)).contains(correction);
        assertThat(reply.content().plainText()).startsWith("This is what the policy says:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "how much is the fine for taking my daughter on holiday in term time?",
                "how much do we have to pay if my son breaks a tablet?",
                "how many pounds is the fee for a replacement tie?",
                "what time does the saturday club start?",
                "which day can year 6 bring their phones into lessons?",
                "when will the school refund us for the cancelled trip?",
                "what's the charge for using the school wifi",
                "what sanction do parents get for posting in the whatsapp group"
            })
    void aFalsePremiseThatNoClauseSpeaksOfIsNotAnswered(String question) {
        Reply reply = replies.reply(question, Asker.PARENT);
        assertThat(reply.content().plainText()).startsWith("The policies I have don’t say.");
        assertThat(reply.citations()).isEmpty();
    }

    @Test
    void theStepsOfAComplaintComeInTheirOrder() {
        Reply reply = replies.reply("how do i complain", Asker.PARENT);
        String shown = reply.content().plainText();
        assertThat(reply.citations()).hasSizeGreaterThan(1);
        assertThat(reply.citations()).extracting(Citation::policy).containsOnly("complaints.docx");
        assertThat(reply.citations().stream()
                        .sorted(Comparator.comparingInt(citation -> shown.indexOf(citation.quote())))
                        .map(citation -> complaints().indexOf(citation.quote()))
                        .toList())
                .isSorted();
    }

    private static String complaints() {
        return index.documents(Asker.PARENT).stream()
                .filter(policy -> policy.file().equals("complaints.docx"))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
