package uk.schoolgate.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.schoolgate.adapter.whatsapp.export.ChatExport;
import uk.schoolgate.adapter.whatsapp.export.ExportEntry;
import uk.schoolgate.adapter.whatsapp.export.UnreadableExportException;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.app.trial.TrialReport;
import uk.schoolgate.core.flow.RecentTalk;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.ScreeningInput;

/** {@code trial}: what would have been flagged in an exported chat. */
@Command(
        name = "trial",
        mixinStandardHelpOptions = true,
        description = {
            "Screens a chat that was exported out of WhatsApp and writes a private report:",
            "report.html with a chart, and findings.jsonl. Nobody is told anything."
        })
public final class TrialCommand implements Callable<Integer> {
    private static final int PROGRESS_EVERY = 5000;

    @Mixin
    private final SchoolOption school = new SchoolOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "trial-report",
            description = "where the report goes (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("trial-report");

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "which group of school.yaml the chat is, for its classes")
    private @Nullable String group;

    @Option(names = "--names", description = "show names as they are; masked if left out")
    private boolean names;

    @Parameters(paramLabel = "CHAT", description = "the .txt or .zip file that WhatsApp's \"Export chat\" made")
    private Path chat = Path.of("");

    @Override
    public Integer call() throws IOException {
        try {
            ChatExport export = ChatExport.open(chat);
            PhoneNumberParser phones = new PhoneNumberParser();
            SchoolFolder folder = school.read(phones);
            SchoolDesk desk = Workbench.deskOf(folder, phones);
            TrialReport report = new TrialReport(String.valueOf(chat.getFileName()), names);
            Set<String> classes = classes(desk);
            RecentTalk recent = new RecentTalk();
            int[] number = {0};
            export.forEach(entry -> {
                number[0]++;
                screen(desk, phones, classes, recent, entry, number[0], report);
                if (number[0] % PROGRESS_EVERY == 0) {
                    System.err.println(number[0] + " entries");
                }
            });
            report.write(out);
            System.out.println(report.messages() + " messages, " + report.flaggedMessages()
                    + " would have been flagged: see " + out.resolve("report.html"));
            return 0;
        } catch (UnreadableExportException e) {
            throw new CommandFailedException(chat + ": " + e.getMessage());
        }
    }

    private Set<String> classes(SchoolDesk desk) {
        if (group == null) {
            return Set.of();
        }
        return desk.school()
                .groupNamed(group)
                .map(Group::classes)
                .orElseThrow(() -> new CommandFailedException("school.yaml has no group \"" + group + "\""));
    }

    private static void screen(
            SchoolDesk desk,
            PhoneNumberParser phones,
            Set<String> classes,
            RecentTalk recent,
            ExportEntry entry,
            int number,
            TrialReport report) {
        if (entry.kind() != ExportEntry.Kind.TEXT && entry.kind() != ExportEntry.Kind.MEDIA) {
            return;
        }
        // An export does not say what kind of media it left out; most of it is pictures, but a guess is no finding.
        PersonId author = phones.parse(entry.author()).orElseGet(() -> new PersonId(entry.author()));
        List<String> before =
                recent.before("export", Integer.toString(number), entry.at().toInstant(ZoneOffset.UTC), entry.text());
        ScreeningInput input = new ScreeningInput(entry.text(), author, classes, List.<Media>of(), before);
        report.add(
                number,
                entry.at(),
                entry.author(),
                entry.text(),
                desk.screener().screen(input));
    }
}
