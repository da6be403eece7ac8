package uk.schoolgate.app.evaluation;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.schoolgate.app.command.SchoolOption;
import uk.schoolgate.app.command.Workbench;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.core.flow.SchoolDesk;

/** {@code evaluate}: how good screening is on labelled messages. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Screens labelled messages and says how good that was: precision, recall and F1 with counts for each kind",
            "and degree, the confusion between degrees, how far scores can be trusted, and the worst mistakes."
        })
public final class EvaluateCommand implements Callable<Integer> {
    @Mixin
    private final SchoolOption school = new SchoolOption();

    @Option(
            names = "--labelled",
            paramLabel = "FILE",
            required = true,
            split = ",",
            description = "labelled messages, a JSON object a line, or folders of such files")
    private List<Path> labelled = List.of();

    @Option(names = "--by-file", description = "a line for each file, as for a challenge suite")
    private boolean byFile;

    private final PhoneNumberParser phones = new PhoneNumberParser();

    @Override
    public Integer call() {
        SchoolFolder folder = school.read(phones);
        List<LabelledMessage> messages = labelled.stream()
                .flatMap(path -> LabelledMessages.read(path).stream())
                .toList();
        SchoolDesk desk = Workbench.deskOf(folder, phones);
        LabelledInput inputs = new LabelledInput(folder.school(), phones);
        List<Judged> judged = messages.parallelStream()
                .map(message -> new Judged(message, desk.screener().screen(inputs.of(message))))
                .toList();
        System.out.print(byFile ? CapabilityTable.of(judged) : new Report(judged).text());
        return 0;
    }
}
