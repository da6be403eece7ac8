package uk.schoolgate.adapter.whatsapp.door;

import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/** How long the words of one message may be. */
final class LongestBody {
    /** WhatsApp's own limit; Twilio may have cut a text of that length. */
    static final int LENGTH = 1600;

    private LongestBody() {}

    /** The words with a note where the end of them may be missing: somebody may read them as evidence. */
    static String marked(String body, Wording wording) {
        return body.length() < LENGTH ? body : body + "\n" + wording.say(Phrase.LINE_MAY_BE_CUT);
    }
}
