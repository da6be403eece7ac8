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
 * @param before what was said in the group in the minutes before, oldest first
 */
public record ScreeningInput(
        String text, PersonId author, Set<String> classes, List<Media> media, List<String> before) {
    public ScreeningInput {
        before = List.copyOf(before);
        classes = Set.copyOf(classes);
        media = List.copyOf(media);
    }
}
