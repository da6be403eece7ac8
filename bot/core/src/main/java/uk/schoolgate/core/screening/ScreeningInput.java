package uk.schoolgate.core.screening;

import java.util.List;
import java.util.Set;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.school.PersonId;

/**
 * A message to screen.
 *
 * @param text as written
 * @param author who wrote it, for telling their own child from others'
 * @param classes the classes of the group that it was written in; empty where unknown
 * @param media what came with it
 */
public record ScreeningInput(String text, PersonId author, Set<String> classes, List<Media> media) {
    public ScreeningInput {
        classes = Set.copyOf(classes);
        media = List.copyOf(media);
    }
}
