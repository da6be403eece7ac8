package uk.schoolgate.core.message;

import java.time.Instant;
import java.util.List;

/**
 * The copies that a platform keeps of what people wrote to the bot. Once an event has been worked on, or was given up, its
 * copies are asked for here and go into the outbox together with everything else that follows; an attachment that is
 * evidence stays until the evidence is erased. Adapter: WhatsApp through Twilio, where the settings ask for it.
 */
public interface SourceCopies {
    /** For platforms whose copies are not ours to erase. */
    SourceCopies LEFT_ALONE = new SourceCopies() {
        @Override
        public List<String> of(Incoming incoming) {
            return List.of();
        }

        @Override
        public List<String> of(Media media) {
            return List.of();
        }

        @Override
        public SendResult erase(String copy, Instant since) {
            return new SendResult.Unreachable("no copies are erased here");
        }
    };

    /** The copies of an event: of its words and of its attachments; without people's names and numbers. */
    List<String> of(Incoming incoming);

    /** Those without which an attachment could not be looked at any more. */
    List<String> of(Media media);

    /**
     * Makes one attempt to erase a copy; retrying is the outbox's business. One that is gone already counts as erased.
     *
     * @param copy as {@link #of(Incoming)} named it
     * @param since when the bot was done with it
     */
    SendResult erase(String copy, Instant since);
}
