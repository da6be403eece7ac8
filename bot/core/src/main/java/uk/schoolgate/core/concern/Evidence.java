package uk.schoolgate.core.concern;

import java.time.Instant;
import java.util.List;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.Finding;

/**
 * What a concern rests on. Stored sealed, erased on time.
 *
 * @param text the message as written
 * @param media references of what came with it
 * @param author who wrote it
 * @param authorName as the platform shows them
 * @param place name of the group
 * @param at when it was written
 * @param findings what screening saw
 */
public record Evidence(
        String text,
        List<Media> media,
        PersonId author,
        String authorName,
        String place,
        Instant at,
        List<Finding> findings) {
    public Evidence {
        media = List.copyOf(media);
        findings = List.copyOf(findings);
    }

    /** Nothing of what was written, and nothing that was found in it. */
    Evidence erased() {
        return new Evidence("", List.of(), author, authorName, place, at, List.of());
    }
}
