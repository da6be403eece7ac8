package uk.schoolgate.app.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.schoolgate.app.command.JsonLines.BadLineException;
import uk.schoolgate.app.command.JsonLines.Job;
import uk.schoolgate.app.command.JsonLines.Line;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.core.flow.RecentTalk;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.Clause;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.screening.ScreeningInput;
import uk.schoolgate.core.text.Span;

/** {@code screen}: messages in, findings out. */
@Command(
        name = "screen",
        mixinStandardHelpOptions = true,
        description = "Screens messages against a school's roll and policies.",
        footer = {
            "",
            "A line in:   {\"id\":\"m1\",\"group\":\"4 Kestrel parents\",\"author\":\"+447700900123\",\"text\":\"…\","
                    + "\"at\":\"2026-11-20T08:15:00Z\"}   (at is optional)",
            "A line out:  {\"id\":\"m1\",\"response\":\"REVIEW\",\"findings\":[…]}, in the order of the input",
            "A bad line:  {\"id\":…,\"error\":\"…\"}, and exit code 1 at the end"
        })
public final class ScreenCommand implements Callable<Integer> {
    @Mixin
    private final SchoolOption school = new SchoolOption();

    @Option(
            names = "--in",
            paramLabel = "FILE",
            description = "messages, a JSON object a line; standard input if left out")
    private @Nullable Path in;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "findings, a JSON object a line; standard output if left out")
    private @Nullable Path out;

    private final PhoneNumberParser phones = new PhoneNumberParser();
    private final RecentTalk recent = new RecentTalk();

    @Override
    public Integer call() {
        SchoolFolder folder = school.read(phones);
        SchoolDesk desk = Workbench.deskOf(folder, phones);
        int bad = new JsonLines("messages screened").run(in, out, line -> begin(desk, line));
        return bad == 0 ? 0 : 1;
    }

    private Job begin(SchoolDesk desk, Line line) throws BadLineException {
        String text = line.required("text");
        String author = line.required("author");
        String group = line.required("group");
        if (author.isBlank()) {
            throw new BadLineException("author is empty");
        }
        List<String> before = before(line, group, text);
        Set<String> classes =
                desk.school().groupNamed(group).map(Group::classes).orElse(Set.of());
        PersonId person = phones.parse(author).orElseGet(() -> new PersonId(author));
        ScreeningInput input = new ScreeningInput(text, person, classes, List.of(), before);
        return () -> json(desk.screener().screen(input));
    }

    /** What the file has just before in the same group; nothing for a line that doesn't say when it was. */
    private List<String> before(Line line, String group, String text) throws BadLineException {
        String at = line.optional("at");
        if (at == null) {
            return List.of();
        }
        try {
            return recent.before(group, line.json().path("id").toString(), Instant.parse(at), text);
        } catch (DateTimeParseException e) {
            throw new BadLineException("at is not a moment such as 2026-11-20T08:15:00Z");
        }
    }

    static ObjectNode json(Screening screening) {
        ObjectNode json = JsonLines.object();
        json.put("response", screening.response().name());
        ArrayNode findings = json.putArray("findings");
        screening.findings().forEach(finding -> finding(finding, findings.addObject()));
        return json;
    }

    private static void finding(Finding finding, ObjectNode json) {
        json.put("kind", finding.category().kind().name());
        finding.category().degree().ifPresent(degree -> json.put("degree", degree.name()));
        ArrayNode spans = json.putArray("spans");
        for (Span span : finding.spans()) {
            spans.addObject().put("start", span.start()).put("end", span.end()).put("text", span.text());
        }
        json.set("people", JsonLines.toJson(finding.people()));
        json.put("score", Math.round(finding.score() * 1000) / 1000.0);
        ArrayNode clauses = json.putArray("clauses");
        for (Clause clause : finding.clauses()) {
            clauses.addObject()
                    .put("policy", clause.policy())
                    .put("title", clause.title())
                    .put("section", clause.section())
                    .put("quote", clause.quote());
        }
        json.put("why", finding.why());
    }
}
