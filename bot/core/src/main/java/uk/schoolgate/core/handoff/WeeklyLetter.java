package uk.schoolgate.core.handoff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.core.message.Mail;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/** Writes the weekly e-mail to the office: what people asked in vain, and what they thought of the answers. */
public final class WeeklyLetter {
    private final Wording wording;

    public WeeklyLetter(Wording wording) {
        this.wording = wording;
    }

    /**
     * A question and how often it was asked.
     *
     * @param text without names
     */
    public record Asked(String text, int count) {}

    /**
     * What people thought of answers out of one clause.
     *
     * @param clause title, section and page; empty where its words have changed since
     */
    public record Opinion(Optional<String> clause, int right, int wrong) {}

    /**
     * The e-mail.
     *
     * @param week as people write it
     * @param id tells it from that of every other week and school
     * @param asked the questions that are shown, most frequent first
     * @param more how many others there were
     */
    public Mail of(String id, String to, String week, List<Asked> asked, int more, List<Opinion> opinions) {
        String subject = wording.say(Phrase.MAIL_WEEKLY_SUBJECT, "week", week);
        List<Section> sections = new ArrayList<>();
        if (!asked.isEmpty()) {
            sections.add(new Section.Paragraph(wording.say(Phrase.MAIL_WEEKLY_INTRODUCTION)));
            asked.forEach(question -> sections.add(new Section.Fact(
                    wording.say(Phrase.MAIL_WEEKLY_QUESTION, "count", Integer.toString(question.count())),
                    question.text())));
        }
        if (more > 0) {
            sections.add(new Section.Paragraph(wording.say(Phrase.MAIL_WEEKLY_MORE, "count", Integer.toString(more))));
        }
        if (!opinions.isEmpty()) {
            sections.add(new Section.Paragraph(wording.say(Phrase.MAIL_WEEKLY_OPINIONS)));
            opinions.forEach(opinion -> sections.add(new Section.Paragraph(line(opinion))));
        }
        sections.add(new Section.Paragraph(wording.say(Phrase.MAIL_WEEKLY_FOOTER)));
        return new Mail(
                id + "@" + Letters.DOMAIN,
                to,
                subject,
                Section.asText(subject, sections),
                Section.asHtml(subject, sections),
                List.of(),
                Optional.empty());
    }

    private String line(Opinion opinion) {
        return wording.say(
                Phrase.MAIL_WEEKLY_OPINION,
                "right",
                Integer.toString(opinion.right()),
                "wrong",
                Integer.toString(opinion.wrong()),
                "clause",
                opinion.clause().orElseGet(() -> wording.say(Phrase.MAIL_WEEKLY_CLAUSE_GONE)));
    }
}
