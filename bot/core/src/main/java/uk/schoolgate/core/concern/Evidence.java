package uk.schoolgate.core.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.Finding;

/**
 * What a concern rests on. Stored sealed, erased on time.
 *
 * @param message id of the message
 * @param text the message as written
 * @param media references of what came with it
 * @param author who wrote it
 * @param sender the same person as the platform names them, by which they are known again when the school's lists change
 * @param authorName as the platform shows them
 * @param place name of the group
 * @param at when it was written
 * @param findings what screening saw
 * @param changes what became of it later, in order
 */
public record Evidence(
        EventId message,
        String text,
        List<Media> media,
        PersonId author,
        PersonId sender,
        String authorName,
        String place,
        Instant at,
        List<Finding> findings,
        List<Change> changes) {
    public Evidence {
        // What was stored before there was one has none.
        sender = Objects.requireNonNullElse(sender, author);
        media = List.copyOf(media);
        findings = List.copyOf(findings);
        changes = List.copyOf(changes);
    }

    /** Where nothing but the author's id names them. */
    public Evidence(
            EventId message,
            String text,
            List<Media> media,
            PersonId author,
            String authorName,
            String place,
            Instant at,
            List<Finding> findings,
            List<Change> changes) {
        this(message, text, media, author, author, authorName, place, at, findings, changes);
    }

    /** Whether anybody knows who wrote it; whoever sends a message on may have said a name, which nobody has checked. */
    public boolean isAuthorKnown() {
        return !author.isUnknown();
    }

    /** Whether what was wrong is no longer in the group, as far as we were told. */
    public boolean isGone() {
        return !changes.isEmpty() && changes.getLast().ends();
    }

    /** Whether it became something of which the people of its concern must not hear. */
    public boolean isWithheld() {
        return changes.stream().anyMatch(change -> change.kind() == Change.Kind.WITHHELD);
    }

    Evidence with(Change change) {
        List<Change> all = new ArrayList<>(changes);
        all.add(change);
        return new Evidence(message, text, media, author, sender, authorName, place, at, findings, all);
    }

    Evidence by(PersonId person) {
        return new Evidence(message, text, media, person, sender, authorName, place, at, findings, changes);
    }

    /** Nothing of what was written, and nothing that was found in it. */
    Evidence erased() {
        return new Evidence(message, "", List.of(), author, sender, authorName, place, at, List.of(), List.of());
    }
}
