package uk.schoolgate.core.flow;

import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.message.SourceCopies;

/**
 * What the platforms' adapters lend to the work.
 *
 * @param directory knows people and chats
 * @param notebook remembers which question somebody is answering
 * @param documents reads what people send to the bot alone
 * @param copies knows what a platform keeps of what came in
 */
public record PlatformParts(Directory directory, Notebook notebook, DocumentReader documents, SourceCopies copies) {
    /** For platforms whose messages say all there is to know, and that have nothing to remember. */
    public static final PlatformParts NONE =
            new PlatformParts(Directory.NONE, Notebook.FORGETFUL, DocumentReader.NONE, SourceCopies.LEFT_ALONE);
}
