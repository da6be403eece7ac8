package uk.schoolgate.app.school;

import org.apache.commons.codec.language.DoubleMetaphone;
import uk.schoolgate.core.text.SoundCode;

/** How names sound, by Lawrence Philips' Double Metaphone. */
public final class Metaphone implements SoundCode {
    private static final int LONGEST = 8;

    private final DoubleMetaphone codes = new DoubleMetaphone();

    public Metaphone() {
        codes.setMaxCodeLen(LONGEST);
    }

    @Override
    public String of(String name) {
        String code = codes.doubleMetaphone(name);
        return code == null ? "" : code;
    }
}
