package uk.schoolgate.adapter.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.UnreadablePolicyException;

/** On real schools' policies, where the folder that holds them is beside the checkout. */
@EnabledIf(value = "present", disabledReason = "the real schools' policies (../shared/policies) are not here")
class RealPoliciesTest {
    private static final Path POLICIES = Path.of("../../../shared/policies");

    static boolean present() {
        return Files.isDirectory(POLICIES);
    }

    private static List<PolicyDocument> read(String folder) throws IOException {
        TikaPolicyReader reader = new TikaPolicyReader();
        try (Stream<Path> files = Files.list(POLICIES.resolve(folder))) {
            return files.sorted().map(file -> read(reader, file)).toList();
        }
    }

    private static PolicyDocument read(TikaPolicyReader reader, Path file) {
        try {
            return reader.read(file, Audience.EVERYONE);
        } catch (UnreadablePolicyException e) {
            throw new AssertionError(file + ": " + e.getMessage(), e);
        }
    }

    @Test
    void everyPolicyOfALibraryIsRead() throws IOException {
        assertThat(read("decoy")).hasSize(11).allSatisfy(policy -> {
            assertThat(policy.passages()).isNotEmpty();
            assertThat(policy.passages()).noneMatch(passage -> passage.text().matches("(?i)page \\d+( of \\d+)?"));
        });
    }

    /** A change of the reader that adds or loses a clause of a real document shows here. */
    @Test
    void noClauseComesOrGoesUnnoticed() throws IOException {
        assertThat(read("decoy").stream()
                        .collect(Collectors.toMap(
                                PolicyDocument::file,
                                policy -> policy.passages().size())))
                .containsOnly(
                        entry("2020-attendance-policy.pdf", 67),
                        entry("2020-whistleblowing-policy.pdf", 96),
                        entry("2021-anti-bullying-policy.pdf", 97),
                        entry("2021-complaints-form-template.docx", 18),
                        entry("2021-complaints-policy.pdf", 170),
                        entry("2022-complaints-policy.pdf", 170),
                        entry("2022-promoting-positive-behaviour-policy.pdf", 106),
                        entry("E_safety_Policy_2015.doc", 31),
                        entry("Social_Media_policy_-_Jan_2015.docx", 24),
                        entry("school-uniform.md", 10),
                        entry("years-5-and-6-decoy-school-acceptable-user-agreement.pdf", 28));
    }

    @Test
    void everyWordOfATextIsKept() throws IOException {
        for (PolicyDocument policy : read("seeds")) {
            String original = letters(Files.readString(POLICIES.resolve("seeds").resolve(policy.file())));
            String passages = policy.passages().stream().map(Passage::printed).collect(Collectors.joining());
            String headings = policy.passages().stream()
                    .flatMap(passage -> passage.section().stream())
                    .distinct()
                    .collect(Collectors.joining());
            int kept = letters(passages).length() + letters(headings).length();
            assertThat((double) kept / original.length()).as(policy.file()).isBetween(0.97, 1.01);
        }
    }

    @Test
    void everyPassageOfATextStandsThereWordForWord() throws IOException {
        for (PolicyDocument policy : read("seeds")) {
            String original = letters(Files.readString(POLICIES.resolve("seeds").resolve(policy.file())));
            assertThat(policy.passages())
                    .allSatisfy(passage -> assertThat(original).contains(letters(passage.text())));
        }
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
