package uk.schoolgate.core.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import uk.schoolgate.core.school.PersonId;

/**
 * How far people have got with a concern.
 *
 * @param asked the reviewers who were asked so far, in order
 * @param stoodBack those of them who leave the decision to others, because the author objected to a flag that they saw
 * @param askedIfSure the reviewers who want to hand over what the concern holds just now, and were asked if they are sure
 * @param objections what authors said against it
 * @param acknowledged which contact has taken notice of an urgent one
 * @param unreached whom no chat reached: they cannot press, whatever else they got
 */
public record Review(
        List<PersonId> asked,
        List<PersonId> stoodBack,
        List<PersonId> askedIfSure,
        List<Objection> objections,
        Optional<PersonId> acknowledged,
        List<PersonId> unreached) {
    /** Nobody was asked yet. */
    static final Review NEW = new Review(List.of(), List.of(), List.of(), List.of(), Optional.empty(), List.of());

    public Review {
        asked = List.copyOf(asked);
        stoodBack = List.copyOf(stoodBack);
        askedIfSure = List.copyOf(askedIfSure);
        objections = List.copyOf(objections);
        // What was stored before there was such a list has none.
        unreached = Objects.requireNonNullElse(unreached, List.<PersonId>of()).stream()
                .toList();
    }

    /**
     * An author's no to a flag.
     *
     * @param by who
     * @param words their side; empty until they gave it
     * @param at when they pressed the button
     */
    public record Objection(PersonId by, String words, Instant at) {}

    /** The objection of that author. */
    public Optional<Objection> objectionOf(PersonId author) {
        return objections.stream().filter(it -> it.by().equals(author)).findFirst();
    }

    /** Who is to decide: those asked, but for those who stood back while somebody else is left who can press. */
    public List<PersonId> deciders() {
        List<PersonId> fresh =
                asked.stream().filter(person -> !stoodBack.contains(person)).toList();
        return unreached.containsAll(fresh) ? asked : fresh;
    }

    /** Those of them who have a card with buttons. */
    public List<PersonId> ableToDecide() {
        return deciders().stream().filter(person -> !unreached.contains(person)).toList();
    }

    Review notReaching(PersonId person) {
        return new Review(asked, stoodBack, askedIfSure, objections, acknowledged, plus(unreached, person));
    }

    /** Whether somebody who was asked has not stood back. */
    boolean hasFreshDecider() {
        return asked.stream().anyMatch(person -> !stoodBack.contains(person));
    }

    Review asking(PersonId reviewer) {
        return new Review(plus(asked, reviewer), stoodBack, askedIfSure, objections, acknowledged, unreached);
    }

    /** Only these may go on. */
    Review keeping(List<PersonId> allowed) {
        return new Review(
                asked.stream().filter(allowed::contains).toList(),
                stoodBack.stream().filter(allowed::contains).toList(),
                List.of(),
                objections,
                acknowledged,
                unreached);
    }

    Review askingIfSure(PersonId reviewer) {
        return new Review(asked, stoodBack, plus(askedIfSure, reviewer), objections, acknowledged, unreached);
    }

    /** What was to be handed over is no longer what they saw. */
    Review nobodySure() {
        return new Review(asked, stoodBack, List.of(), objections, acknowledged, unreached);
    }

    Review objectedBy(PersonId author, Instant at) {
        List<Objection> all = new ArrayList<>(objections);
        all.add(new Objection(author, "", at));
        return new Review(asked, stoodBack, List.of(), all, acknowledged, unreached);
    }

    Review withWords(PersonId author, String words) {
        List<Objection> all = objections.stream()
                .map(it -> it.by().equals(author) ? new Objection(author, words, it.at()) : it)
                .toList();
        return new Review(asked, stoodBack, askedIfSure, all, acknowledged, unreached);
    }

    Review standingBack() {
        return new Review(asked, asked, List.of(), objections, acknowledged, unreached);
    }

    Review acknowledgedBy(PersonId contact) {
        return new Review(asked, stoodBack, askedIfSure, objections, Optional.of(contact), unreached);
    }

    Review renaming(PersonId author, PersonId person) {
        List<Objection> all = objections.stream()
                .map(it -> it.by().equals(author) ? new Objection(person, it.words(), it.at()) : it)
                .toList();
        return new Review(asked, stoodBack, askedIfSure, all, acknowledged, unreached);
    }

    /** Nothing of what anybody wrote; who objected stays, for the answer to late presses. */
    Review erased() {
        List<Objection> wordless = objections.stream()
                .map(it -> new Objection(it.by(), "", it.at()))
                .toList();
        return new Review(asked, stoodBack, List.of(), wordless, acknowledged, unreached);
    }

    private static List<PersonId> plus(List<PersonId> people, PersonId person) {
        if (people.contains(person)) {
            return people;
        }
        List<PersonId> all = new ArrayList<>(people);
        all.add(person);
        return all;
    }
}
