package uk.schoolgate.core.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.screening.judging.Mark;
import uk.schoolgate.core.screening.judging.MarkedText;
import uk.schoolgate.core.screening.judging.MarkedTextWriter;
import uk.schoolgate.core.screening.judging.Marking;
import uk.schoolgate.core.screening.judging.Plainer;
import uk.schoolgate.core.screening.naming.ChildFinder;
import uk.schoolgate.core.screening.naming.ChildSighting;
import uk.schoolgate.core.screening.staff.StaffFinder;
import uk.schoolgate.core.screening.staff.StaffSighting;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Sentence;
import uk.schoolgate.core.text.Sentences;
import uk.schoolgate.core.text.Span;

/** Finds children, staff and contact details in a message and marks them for the judge. */
public final class MessageReader {
    private final ChildFinder children;
    private final StaffFinder staff;
    private final ContactFinder contacts;
    private final AdultFinder adults;
    private final MarkedTextWriter writer;

    /**
     * @param school for telling the school's own contact details from others'
     * @param roll who belongs to the school
     */
    public MessageReader(School school, Roll roll, PhoneNumbers phoneNumbers, Language language) {
        this.children = new ChildFinder(roll, language.words(), language.sounds());
        this.staff = new StaffFinder(roll, language.words(), language.sounds());
        this.contacts = new ContactFinder(phoneNumbers, school, roll);
        this.adults = new AdultFinder(phoneNumbers, roll);
        this.writer = new MarkedTextWriter(new Plainer(language.words()));
    }

    /** Reads a message. */
    public Reading read(ScreeningInput input) {
        return read(input.text(), input.author(), input.classes());
    }

    /** Pupils' contacts whom a message gives by their full name or number. */
    Set<PersonId> adultsIn(ScreeningInput input) {
        return adults.find(input.text());
    }

    private Reading read(String text, PersonId author, Set<String> classes) {
        FoldedText folded = FoldedText.of(text);
        List<Sentence> sentences = Sentences.of(folded);
        List<StaffSighting> seenStaff = staff.find(text, sentences, classes);
        List<Span> taken = seenStaff.stream()
                .filter(sighting -> sighting.form() != StaffSighting.Form.FIRST_NAME)
                .map(StaffSighting::span)
                .toList();
        List<ChildSighting> seenChildren = children.find(text, sentences, author, classes, taken);
        List<Span> details = contacts.find(text, sentences);
        MarkedText marked = writer.write(folded, markings(text, seenChildren, seenStaff, details));
        return new Reading(text, sentences, seenChildren, seenStaff, details, marked);
    }

    /** Reads what was said just before a message. */
    List<Reading> readBefore(ScreeningInput input) {
        return input.before().stream()
                .map(earlier -> read(earlier, input.author(), input.classes()))
                .toList();
    }

    /** What was said just before a message, marked. */
    public List<MarkedText> markedBefore(ScreeningInput input) {
        return readBefore(input).stream().map(Reading::marked).toList();
    }

    private static List<Marking> markings(
            String text, List<ChildSighting> children, List<StaffSighting> staff, List<Span> contacts) {
        List<Marking> markings = new ArrayList<>();
        Links.in(text).forEach(span -> markings.add(new Marking(span, Mark.LINK)));
        contacts.forEach(span -> markings.add(new Marking(span, Mark.CONTACT)));
        children.forEach(child -> markings.add(new Marking(child.span(), Marks.of(child))));
        staff.forEach(member -> markings.add(new Marking(member.span(), Marks.of(member))));
        return markings;
    }
}
