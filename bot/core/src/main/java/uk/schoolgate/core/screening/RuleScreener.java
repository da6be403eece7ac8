package uk.schoolgate.core.screening;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.screening.PupilMention.Form;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Sentence;
import uk.schoolgate.core.text.Sentences;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/** Screens by names from the roll and by word lists, sentence by sentence. */
public final class RuleScreener implements Screener {
    private final PupilFinder pupils;
    private final StaffFinder staff;
    private final ContactFinder contacts;
    private final ClauseFinder clauses;
    private final Roll roll;
    private final Wording wording;
    private final Cues cues = Cues.load();

    /**
     * @param school for telling the school's own contact details from others'
     * @param roll who belongs to the school
     * @param clauses what findings rest on
     */
    public RuleScreener(School school, Roll roll, PhoneNumbers phoneNumbers, ClauseFinder clauses, Wording wording) {
        this.roll = roll;
        this.pupils = new PupilFinder(roll);
        this.staff = new StaffFinder(roll);
        this.contacts = new ContactFinder(phoneNumbers, school, roll);
        this.clauses = clauses;
        this.wording = wording;
    }

    @Override
    public Screening screen(ScreeningInput input) {
        List<Sentence> sentences = Sentences.of(FoldedText.of(input.text()));
        Sketch sketch = new Sketch();
        List<StaffMention> meant = staff.find(input.text(), sentences);
        children(input, sentences, sketch);
        staff(input.text(), sentences, meant, sketch);
        signs(input.text(), sentences, meant, sketch);
        contacts.find(input.text()).forEach(span -> sketch.add(Category.CONTACT_DETAILS, span, Set.of(), 0.9));
        if (input.media().stream().anyMatch(media -> media.isPicture())) {
            sketch.addWithoutSpan(Category.PHOTO);
        }
        return new Screening(sketch.findings());
    }

    private void children(ScreeningInput input, List<Sentence> sentences, Sketch sketch) {
        for (PupilMention mention : pupils.find(input.text(), sentences, input)) {
            Sentence sentence = sentences.get(mention.sentence());
            boolean sensitive = cues.sensitive().isIn(sentence.words());
            if (mention.form() == Form.SURNAME && !sensitive) {
                continue;
            }
            sketch.add(degree(mention, sentence, sensitive), mention.span(), mention.pupils(), mention.certainty());
        }
    }

    private Category degree(PupilMention mention, Sentence sentence, boolean sensitive) {
        if (mention.own()) {
            return mention.form() == Form.FULL_NAME ? Category.CHILD_IDENTIFYING : Category.CHILD_OWN;
        }
        if (sensitive) {
            return Category.CHILD_SENSITIVE;
        }
        boolean identifying =
                mention.form() == Form.FULL_NAME || cues.identifying().isIn(sentence.words());
        return identifying ? Category.CHILD_IDENTIFYING : Category.CHILD_PASSING;
    }

    private void staff(String text, List<Sentence> sentences, List<StaffMention> meant, Sketch sketch) {
        for (int s = 0; s < sentences.size(); s++) {
            Sentence sentence = sentences.get(s);
            meantIn(s, meant).ifPresent(people -> aboutStaff(text, sentence, people, sketch));
        }
    }

    private void aboutStaff(String text, Sentence sentence, Set<String> people, Sketch sketch) {
        if (cues.defends().isIn(sentence.words())) {
            return;
        }
        boolean ofHarm = cues.allegationOfHarm().isIn(sentence.words());
        if (ofHarm) {
            sketch.add(Category.SAFEGUARDING, whole(text, sentence), people, 0.75);
        }
        if (ofHarm || cues.otherAllegation().isIn(sentence.words())) {
            sketch.add(Category.STAFF_ALLEGATION, whole(text, sentence), people, 0.75);
        } else if (cues.insult().isIn(sentence.words()) && !cues.otherTarget().isIn(sentence.words())) {
            sketch.add(Category.STAFF_ATTACK, whole(text, sentence), people, 0.75);
        } else if (cues.complaint().isIn(sentence.words())) {
            sketch.add(Category.STAFF_COMPLAINT, whole(text, sentence), people, 0.65);
        }
    }

    /** Who is meant in a sentence: named in it, or named in the one before and taken up by a pronoun. */
    private static Optional<Set<String>> meantIn(int sentence, List<StaffMention> meant) {
        Set<String> people = new TreeSet<>();
        boolean any = false;
        for (StaffMention mention : meant) {
            if (mention.sentence() == sentence || mention.sentence() == sentence - 1) {
                people.addAll(mention.staff());
                any = true;
            }
        }
        return any ? Optional.of(people) : Optional.empty();
    }

    private void signs(String text, List<Sentence> sentences, List<StaffMention> meant, Sketch sketch) {
        for (int s = 0; s < sentences.size(); s++) {
            Sentence sentence = sentences.get(s);
            if (cues.safeguarding().isIn(sentence.words())) {
                sketch.add(Category.SAFEGUARDING, whole(text, sentence), Set.of(), 0.75);
            }
            if (cues.hate().isIn(sentence.words())) {
                sketch.add(Category.HATE, whole(text, sentence), Set.of(), 0.7);
            }
            if (cues.threat().isIn(sentence.words()) && !cues.figureOfSpeech().isIn(sentence.words())) {
                Optional<Set<String>> people = meantIn(s, meant);
                sketch.add(Category.THREAT, whole(text, sentence), people.orElse(Set.of()), 0.75);
                people.ifPresent(them -> sketch.add(Category.STAFF_ATTACK, whole(text, sentence), them, 0.75));
            }
        }
    }

    private static Span whole(String text, Sentence sentence) {
        return Span.of(text, sentence.start(), sentence.end());
    }

    /** Collects findings by category while a message is read. */
    private final class Sketch {
        private final Map<Category, Draft> drafts = new EnumMap<>(Category.class);

        void add(Category category, Span span, Set<String> people, double score) {
            Draft draft = drafts.computeIfAbsent(category, key -> new Draft());
            draft.spans.add(span);
            draft.people.addAll(people);
            draft.score = Math.max(draft.score, score);
        }

        void addWithoutSpan(Category category) {
            drafts.computeIfAbsent(category, key -> new Draft()).score = 1;
        }

        List<Finding> findings() {
            List<Finding> findings = new ArrayList<>();
            drafts.forEach((category, draft) -> findings.add(new Finding(
                    category,
                    draft.spans,
                    List.copyOf(draft.people),
                    draft.score,
                    clauses.clausesFor(category),
                    why(category, draft))));
            return findings;
        }

        private String why(Category category, Draft draft) {
            boolean unknownChild = category.kind() == Kind.NAMES_CHILD && draft.people.isEmpty() && roll.hasPupils();
            return wording.say(unknownChild ? Phrase.WHY_CHILD_NOT_ON_ROLL : Phrase.valueOf("WHY_" + category.name()));
        }
    }

    private static final class Draft {
        private final List<Span> spans = new ArrayList<>();
        private final Set<String> people = new TreeSet<>();
        private double score;
    }
}
