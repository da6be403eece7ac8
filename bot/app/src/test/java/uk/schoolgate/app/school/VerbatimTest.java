package uk.schoolgate.app.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.sax.BodyContentHandler;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.schoolgate.adapter.documents.TikaPolicyReader;
import uk.schoolgate.adapter.models.LucenePolicyIndex;
import uk.schoolgate.core.answering.Replies;
import uk.schoolgate.core.answering.Reply;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Citation;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.Quoter;
import uk.schoolgate.core.wording.Wording;
import uk.schoolgate.testkit.InMemoryVectorCache;
import uk.schoolgate.testkit.WordEmbedder;

/**
 * Nothing stands in quotation marks that does not stand in the policy's file, as another way of taking the text out of it
 * gives it: the quote of every passage, and every answer to many questions.
 */
class VerbatimTest {
    /** Searching takes its time; what a passage is quoted as is looked at for every one. */
    private static final int ASKED_ABOUT_EACH = 6;

    @TempDir
    static Path data;

    @Test
    void everyQuoteOfEveryAnswerStandsInItsSource() throws Exception {
        Path folder = ShippedSchool.layOut(data);
        SchoolFolder school = SchoolFolder.read(folder, new PhoneNumberParser());
        List<PolicyDocument> policies =
                PolicyFolder.read(folder, new TikaPolicyReader()).documents();
        Map<String, String> sources = sources(folder.resolve("policies"));
        Wording wording = Wording.english();
        for (PolicyDocument policy : policies) {
            policy.passages().forEach(passage -> verify(Quoter.cite(policy, passage, LocalDate.MIN), sources));
        }
        int answers = 0;
        try (LucenePolicyIndex index =
                LucenePolicyIndex.build(policies, new WordEmbedder(), new InMemoryVectorCache())) {
            Replies replies = SchoolParts.replies(school, index, new WordEmbedder(), wording, Clock.systemUTC());
            for (String question : questions(policies)) {
                for (Asker asker : List.of(Asker.PARENT, Asker.STAFF)) {
                    Reply reply = replies.reply(question, asker);
                    verify(reply, sources);
                    answers += reply.citations().size();
                }
            }
        }
        assertThat(answers).isGreaterThan(150);
    }

    private static List<String> questions(List<PolicyDocument> policies) {
        List<String> questions = new ArrayList<>();
        for (PolicyDocument policy : policies) {
            for (int i = 0; i < policy.passages().size(); i += ASKED_ABOUT_EACH) {
                questions.add("can I " + policy.passages().get(i).text() + "?");
            }
        }
        return questions;
    }

    private static void verify(Reply reply, Map<String, String> sources) {
        List<String> quoted = new ArrayList<>();
        for (Block block : reply.content().blocks()) {
            switch (block) {
                case Block.Text(String text) -> assertThat(text).doesNotContain("“", "”");
                case Block.Quote(String text, String _) -> quoted.add(text);
            }
        }
        List<String> cited = new ArrayList<>();
        reply.citations().forEach(citation -> {
            cited.addAll(citation.leadIns());
            cited.add(citation.quote());
            verify(citation, sources);
        });
        assertThat(quoted).containsExactlyInAnyOrderElementsOf(cited);
    }

    private static void verify(Citation citation, Map<String, String> sources) {
        String source = sources.getOrDefault(citation.policy(), "");
        Stream.concat(citation.leadIns().stream(), Stream.of(citation.quote()))
                .flatMap(String::lines)
                .forEach(line -> assertThat(source)
                        .as(citation.policy())
                        .contains(letters(withoutListNumber(citation.policy(), line))));
    }

    /** The numbers of a list are printed by the browser or the word processor; its file does not hold them. */
    private static String withoutListNumber(String policy, String line) {
        return policy.endsWith(".pdf") || policy.endsWith(".txt") ? line : line.replaceFirst("^\\d{1,2}\\. ", "");
    }

    private static Map<String, String> sources(Path folder) throws Exception {
        Map<String, String> sources = new HashMap<>();
        for (Path file : files(folder)) {
            sources.put(String.valueOf(file.getFileName()), letters(text(file)));
        }
        return sources;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String text(Path file) throws Exception {
        String name = file.toString();
        if (name.endsWith(".pdf")) {
            return pdf(file);
        }
        if (name.endsWith(".doc") || name.endsWith(".docx")) {
            BodyContentHandler text = new BodyContentHandler(-1);
            new AutoDetectParser().parse(Files.newInputStream(file), text, new Metadata());
            return text.toString();
        }
        String text = Files.readString(file, StandardCharsets.UTF_8);
        if (name.endsWith(".md")) {
            // Neither tags nor where a link leads to are printed.
            return Jsoup.parse(text.replaceAll("]\\([^)]*\\)", "]")).wholeText();
        }
        return name.endsWith(".html") ? Jsoup.parse(text).wholeText() : text;
    }

    private static String pdf(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            String inOrder = stripper.getText(document);
            stripper.setSortByPosition(true);
            return inOrder + stripper.getText(document);
        }
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
