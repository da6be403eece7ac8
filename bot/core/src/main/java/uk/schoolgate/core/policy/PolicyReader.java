package uk.schoolgate.core.policy;

import java.nio.file.Path;

/** Reads a policy out of a file, keeping its structure. Adapter: Tika and PDFBox. */
public interface PolicyReader {
    /** Whether a file of that name is one that this reader knows how to read. */
    boolean reads(String fileName);

    /**
     * Reads one file.
     *
     * @throws UnreadablePolicyException when nothing can be quoted from it; the message says why and what to do
     */
    PolicyDocument read(Path file, Audience audience) throws UnreadablePolicyException;
}
