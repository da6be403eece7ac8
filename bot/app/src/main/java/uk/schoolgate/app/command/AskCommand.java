package uk.schoolgate.app.command;

import java.io.Console;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.schoolgate.app.command.JsonLines.BadLineException;
import uk.schoolgate.app.command.JsonLines.Line;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.core.answering.Replies;
import uk.schoolgate.core.answering.Reply;
import uk.schoolgate.core.policy.Asker;
import uk.schoolgate.core.policy.Citation;

/** {@code ask}: questions in, cited answers out. */
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = "Answers questions out of a school's policies, with the clause quoted.",
        footer = {
            "",
            "A line in:   {\"id\":\"q1\",\"asker\":\"parent\",\"question\":\"…\"}   (asker is optional: parent, staff or office)",
            "A line out:  {\"id\":\"q1\",\"answered\":true,\"text\":\"…\",\"confidence\":0.87,\"citations\":[…]}",
            "A bad line:  {\"id\":…,\"error\":\"…\"}, and exit code 1 at the end"
        })
public final class AskCommand implements Callable<Integer> {
    @Mixin
    private final SchoolOption school = new SchoolOption();

    @Option(
            names = "--asker",
            paramLabel = "WHO",
            defaultValue = "parent",
            description = "who asks: parent, staff or office; decides what may be quoted")
    private String asker = "parent";

    @Option(names = "--in", paramLabel = "FILE", description = "questions, a JSON object a line")
    private @Nullable Path in;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "answers, a JSON object a line; standard output if left out")
    private @Nullable Path out;

    @Option(names = "--json", description = "print the answer to the one question as JSON also on a terminal")
    private boolean json;

    @Parameters(arity = "0..1", paramLabel = "QUESTION", description = "one question")
    private @Nullable String question;

    @Override
    public Integer call() {
        Asker who = Asker.ofKey(asker)
                .orElseThrow(() -> new CommandFailedException("--asker must be parent, staff or office"));
        if ((question == null) == (in == null)) {
            throw new CommandFailedException("give one question, or a file of questions with --in");
        }
        PhoneNumberParser phones = new PhoneNumberParser();
        Replies replies = Workbench.repliesOf(school.read(phones));
        if (question != null) {
            print(replies, question, who);
            return 0;
        }
        int bad = new JsonLines("questions answered").run(in, out, line -> () -> answer(replies, line, who));
        return bad == 0 ? 0 : 1;
    }

    private void print(Replies replies, String asked, Asker who) {
        Reply reply = replies.reply(asked, who);
        boolean forAPerson = !json && isTerminal();
        System.out.println(forAPerson ? reply.content().plainText() : json(reply));
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }

    private static ObjectNode answer(Replies replies, Line line, Asker otherwise) throws BadLineException {
        String who = line.optional("asker");
        Asker asking = who == null
                ? otherwise
                : Asker.ofKey(who).orElseThrow(() -> new BadLineException("asker must be parent, staff or office"));
        return json(replies.reply(line.required("question"), asking));
    }

    private static ObjectNode json(Reply reply) {
        ObjectNode json = JsonLines.object();
        json.put("answered", reply.outcome() == Reply.Outcome.ANSWERED);
        json.put("text", reply.content().plainText());
        json.put("confidence", Math.round(reply.confidence() * 1000) / 1000.0);
        ArrayNode citations = json.putArray("citations");
        reply.citations().forEach(citation -> citation(citation, citations.addObject()));
        return json;
    }

    private static void citation(Citation citation, ObjectNode json) {
        json.put("policy", citation.policy());
        json.put("title", citation.title());
        json.put("section", citation.sectionLine());
        if (citation.page().isPresent()) {
            json.put("page", citation.page().getAsInt());
        } else {
            json.putNull("page");
        }
        ArrayNode leadIns = json.putArray("leadIns");
        citation.leadIns().forEach(leadIns::add);
        json.put("quote", citation.quote());
        citation.adopted().ifPresentOrElse(date -> json.put("adopted", date.toString()), () -> json.putNull("adopted"));
    }
}
