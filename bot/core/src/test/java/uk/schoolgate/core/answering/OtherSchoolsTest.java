package uk.schoolgate.core.answering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;

class OtherSchoolsTest {
    private static final PolicyIndex NO_POLICIES = new PolicyIndex() {
        @Override
        public List<Hit> search(String words, Asker asker, int most) {
            return List.of();
        }

        @Override
        public List<PolicyDocument> documents(Asker asker) {
            return List.of();
        }
    };

    private final OtherSchools others = new OtherSchools("Alder Lane Primary School", NO_POLICIES);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what is the uniform at Willow Lane Primary?",
                "What time does Oakfield Academy start",
                "what time does oakfield academy start",
                "whats the uniform at willow lane primary",
                "does hill top high school have lockers"
            })
    void aQuestionAboutAnotherSchoolIsTold(String question) {
        assertThat(others.askedAbout(question, Asker.PARENT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what is the uniform at Alder Lane Primary?",
                "what time does alder lane primary start",
                "does Alder Primary have lockers",
                "what happens at secondary",
                "is there transport for the local academy",
                "is the uniform the same at primary",
                "when do places for sixth form college open",
                "can my son visit oakfield academy"
            })
    void aQuestionToThisSchoolIsNotBrushedOff(String question) {
        assertThat(others.askedAbout(question, Asker.PARENT)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what time does st wystans primary start",
                "What time does St Wystan’s Primary start",
                "what time does St Wystan Primary start"
            })
    void itsOwnNameIsKnownHoweverTheApostropheIsTyped(String question) {
        OtherSchools ours = new OtherSchools("St Wystan's Church of England Primary School", NO_POLICIES);
        assertThat(ours.askedAbout(question, Asker.PARENT)).isFalse();
    }
}
