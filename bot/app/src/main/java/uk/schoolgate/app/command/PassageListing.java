package uk.schoolgate.app.command;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.schoolgate.core.policy.Passage;
import uk.schoolgate.core.policy.PolicyDocument;

/** A policy as the bot has read it, for a person to hold against the document itself. */
final class PassageListing {
    private PassageListing() {}

    static String of(PolicyDocument document) {
        return "== " + document.file() + ": " + heading(document) + "\n"
                + document.passages().stream()
                        .map(passage -> line(document, passage))
                        .collect(Collectors.joining());
    }

    private static String heading(PolicyDocument document) {
        PolicyDocument.Facts facts = document.facts();
        return Stream.of(
                        Stream.of("“" + document.title() + "”"),
                        Stream.of("for " + document.audience().name().toLowerCase(Locale.ROOT)),
                        facts.adopted().map(day -> "adopted " + day).stream(),
                        facts.reviewDue().map(day -> "review due " + day).stream(),
                        facts.version().map(version -> "version " + version).stream(),
                        facts.owner().map(owner -> "owner " + owner).stream(),
                        Stream.of(document.passages().size() + " passages"))
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
    }

    private static String line(PolicyDocument document, Passage passage) {
        List<String> where = Stream.of(
                        passage.page().stream().mapToObj(page -> "p. " + page),
                        passage.section().stream(),
                        document.leadInOf(passage).map(lead -> "under “" + lead.text() + "”").stream())
                .flatMap(part -> part)
                .toList();
        return "%4d %-9s %s%n     [%s]%n"
                .formatted(
                        passage.ordinal() + 1,
                        passage.kind().name().toLowerCase(Locale.ROOT),
                        passage.printed(),
                        String.join(" > ", where));
    }
}
