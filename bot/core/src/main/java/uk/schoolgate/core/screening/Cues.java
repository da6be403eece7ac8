package uk.schoolgate.core.screening;

/** The word lists that tell what a sentence is about; one file each in {@code prompts/screening}. */
record Cues(
        PhraseSet sensitive,
        PhraseSet identifying,
        PhraseSet complaint,
        PhraseSet insult,
        PhraseSet allegationOfHarm,
        PhraseSet otherAllegation,
        PhraseSet defends,
        PhraseSet otherTarget,
        PhraseSet threat,
        PhraseSet figureOfSpeech,
        PhraseSet hate,
        PhraseSet safeguarding) {

    static Cues load() {
        return new Cues(
                PhraseSet.load("cues-sensitive.txt"),
                PhraseSet.load("cues-identifying.txt"),
                PhraseSet.load("cues-complaint.txt"),
                PhraseSet.load("cues-insult.txt"),
                PhraseSet.load("cues-allegation-harm.txt"),
                PhraseSet.load("cues-allegation-other.txt"),
                PhraseSet.load("cues-defends.txt"),
                PhraseSet.load("cues-other-target.txt"),
                PhraseSet.load("cues-threat.txt"),
                PhraseSet.load("cues-figure-of-speech.txt"),
                PhraseSet.load("cues-hate.txt"),
                PhraseSet.load("cues-safeguarding.txt"));
    }
}
