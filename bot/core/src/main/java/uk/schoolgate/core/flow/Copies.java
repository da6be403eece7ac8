package uk.schoolgate.core.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.schoolgate.core.concern.Concern;
import uk.schoolgate.core.concern.Evidence;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.message.Outgoing;
import uk.schoolgate.core.message.SourceCopies;
import uk.schoolgate.core.school.SchoolCode;

/**
 * Has the platforms' copies erased: those of an event as soon as it has been worked on or was given up, but an attachment
 * that is evidence no sooner than the evidence, since the complaints inbox gets only a reference to it.
 */
public final class Copies {
    private final SourceCopies copies;

    public Copies(SourceCopies copies) {
        this.copies = copies;
    }

    /** What is to be erased now that this follows from an event, which nobody works on again. */
    List<Outgoing.Erasure> after(Incoming incoming, Commit commit, Casebook casebook, Instant now) {
        Set<String> erasable = new LinkedHashSet<>(copies.of(incoming));
        for (Concern concern : commit.concerns()) {
            // What was evidence until now is erased when a person decides against it.
            casebook.concern(concern.school(), concern.id()).ifPresent(before -> erasable.addAll(ofEvidence(before)));
            erasable.removeAll(ofEvidence(concern));
        }
        return erasures(incoming.school(), erasable, now);
    }

    /** What is to be erased together with a concern. */
    public List<Outgoing.Erasure> with(Concern concern, Instant now) {
        return erasures(concern.school(), ofEvidence(concern), now);
    }

    private Collection<String> ofEvidence(Concern concern) {
        Set<String> kept = new LinkedHashSet<>();
        for (Evidence message : concern.messages()) {
            for (Media media : message.media()) {
                kept.addAll(copies.of(media));
            }
        }
        return kept;
    }

    private static List<Outgoing.Erasure> erasures(SchoolCode school, Collection<String> all, Instant now) {
        List<Outgoing.Erasure> erasures = new ArrayList<>();
        all.forEach(copy -> erasures.add(new Outgoing.Erasure("erase:" + copy, school, copy, now)));
        return erasures;
    }
}
