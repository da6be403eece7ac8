package uk.schoolgate.testkit;

import java.util.List;
import org.junit.jupiter.api.Nested;
import uk.schoolgate.core.message.Channel;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.policy.Embedder;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyIndex;
import uk.schoolgate.core.policy.VectorCache;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.screening.judging.Judge;
import uk.schoolgate.core.screening.judging.Signal;

/** The in-memory adapters are real adapters: they keep the contracts too. */
class InMemoryAdaptersTest {
    @Nested
    class Embedding implements EmbedderContract {
        @Override
        public Embedder embedder() {
            return new WordEmbedder();
        }
    }

    @Nested
    class Vectors implements VectorCacheContract {
        @Override
        public VectorCache vectorCache() {
            return new InMemoryVectorCache();
        }
    }

    @Nested
    class Notes implements NotebookContract {
        @Override
        public Notebook notebook() {
            return new InMemoryNotebook(SettableClock.onATuesday());
        }
    }

    @Nested
    class Judging implements JudgeContract {
        @Override
        public Judge judge() {
            return new PhraseJudge().hears("waste of space", Signal.ATTACK);
        }
    }

    @Nested
    class Index implements PolicyIndexContract {
        @Override
        public PolicyIndex indexOf(List<PolicyDocument> documents) {
            return new InMemoryPolicyIndex(documents);
        }
    }

    @Nested
    class Chat implements ChannelContract {
        private final RecordingChannel channel = new RecordingChannel(Platform.WHATSAPP);

        @Override
        public Channel channel() {
            return channel;
        }

        @Override
        public List<String> shown() {
            return channel.toPerson(Samples.PARENT).stream().map(Chat::words).toList();
        }

        private static String words(Outgoing.Chat chat) {
            StringBuilder words = new StringBuilder(chat.content().plainText());
            chat.content().buttons().forEach(button -> words.append(' ').append(button.label()));
            return words.toString();
        }
    }
}
