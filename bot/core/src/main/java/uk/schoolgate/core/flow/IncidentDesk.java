package uk.schoolgate.core.flow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uk.schoolgate.core.handoff.Delivery;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Titles;
import uk.schoolgate.core.wording.Wording;

/** Tells those who had to do with an incident where its e-mail stands, when they ask in private. */
final class IncidentDesk {
    // Both forms of the command line work here, and those that come to mind.
    private static final Pattern LIST = Pattern.compile("(?:my |show |list )?incidents(?: list)?[.?!]*");
    private static final Pattern ONE =
            Pattern.compile("(?:incidents? )?(?:show )?(?:incident )?([a-z]{2,5}-[0-9]{2}-[0-9]{4,9})[.?!]*");
    /** More do not fit a chat; newest first. */
    private static final int MOST = 10;

    private final Casebook casebook;

    IncidentDesk(Casebook casebook) {
        this.casebook = casebook;
    }

    /** Whether somebody asks for incidents. */
    static boolean isAskedBy(String text) {
        String asked = text.toLowerCase(Locale.ROOT).strip();
        return LIST.matcher(asked).matches() || ONE.matcher(asked).matches();
    }

    /** The answer, where somebody asks for incidents; what they may not see is not there for them. */
    Optional<Content> answer(SchoolDesk desk, PersonId asker, String text) {
        String asked = text.toLowerCase(Locale.ROOT).strip();
        if (LIST.matcher(asked).matches()) {
            return Optional.of(list(desk, asker));
        }
        Matcher one = ONE.matcher(asked);
        return one.matches()
                ? Optional.of(show(desk, asker, new Reference(one.group(1).toUpperCase(Locale.ROOT))))
                : Optional.empty();
    }

    private Content list(SchoolDesk desk, PersonId asker) {
        List<Block> lines = new ArrayList<>();
        casebook.incidents(desk.school().code()).stream()
                .filter(incident -> maySee(incident, asker))
                .sorted(Comparator.comparing(Incident::confirmedAt).reversed())
                .limit(MOST)
                .forEach(incident -> lines.add(new Block.Text(line(desk.wording(), incident))));
        return lines.isEmpty()
                ? Content.ofText(desk.wording().say(Phrase.INCIDENTS_NONE))
                : new Content(desk.wording().say(Phrase.INCIDENTS_TITLE), lines, List.of());
    }

    private Content show(SchoolDesk desk, PersonId asker, Reference reference) {
        Optional<Incident> found =
                casebook.incident(desk.school().code(), reference).filter(incident -> maySee(incident, asker));
        if (found.isEmpty()) {
            return Content.ofText(desk.wording().say(Phrase.INCIDENTS_UNKNOWN, "reference", reference.value()));
        }
        Incident incident = found.get();
        List<Block> lines = new ArrayList<>();
        lines.add(new Block.Text(line(desk.wording(), incident)));
        for (Incident.Entry entry : incident.ledger()) {
            lines.add(new Block.Text(
                    Titles.moment(desk.wording(), entry.at()) + ": " + standing(desk.wording(), entry.delivery())));
        }
        return new Content(reference.value(), lines, List.of());
    }

    private boolean maySee(Incident incident, PersonId asker) {
        return incident.confirmedBy().equals(asker)
                || casebook.concern(incident.school(), incident.concern())
                        .filter(concern -> concern.mayFollow(asker))
                        .isPresent();
    }

    private static String line(Wording wording, Incident incident) {
        return wording.say(
                Phrase.INCIDENTS_LINE,
                "reference",
                incident.reference().value(),
                "what",
                wording.say(Phrase.valueOf("CATEGORY_" + incident.category().name())),
                "at",
                Titles.moment(wording, incident.confirmedAt()),
                "standing",
                standing(wording, incident.delivery()));
    }

    private static String standing(Wording wording, Delivery delivery) {
        return switch (delivery) {
            case Delivery.Queued() -> wording.say(Phrase.DELIVERY_QUEUED);
            case Delivery.Retrying(int attempts, String reason) ->
                wording.say(Phrase.DELIVERY_RETRYING, "attempts", Integer.toString(attempts), "reason", reason);
            case Delivery.Delivered(String receipt) -> wording.say(Phrase.DELIVERY_DELIVERED);
            case Delivery.Dead(String reason) -> wording.say(Phrase.DELIVERY_DEAD, "reason", reason);
        };
    }
}
