package uk.schoolgate.adapter.whatsapp;

import uk.schoolgate.core.message.StoreUnavailableException;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/** In which language people read what this adapter says by itself. */
@FunctionalInterface
public interface Languages {
    /**
     * The words in the language that somebody has chosen; English where they have not.
     *
     * @throws StoreUnavailableException when it cannot be looked up just now
     */
    Wording of(SchoolCode school, PersonId person);

    /** What is said to a group, to the school, or to somebody whose school is not known, is English. */
    default Wording ofNobodyInParticular() {
        return Wording.english();
    }

    /** What a member of a group is called who has no name that we know. */
    default String nobodysName() {
        return ofNobodyInParticular().say(Phrase.GROUP_MEMBER);
    }
}
