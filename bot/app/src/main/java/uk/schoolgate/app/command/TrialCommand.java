package uk.schoolgate.app.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.schoolgate.adapter.whatsapp.export.ChatExport;
import uk.schoolgate.adapter.whatsapp.export.ExportScreening;
import uk.schoolgate.adapter.whatsapp.export.UnreadableExportException;
import uk.schoolgate.app.school.Models;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.trial.TrialReport;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.school.Group;

/** {@code trial}: what would have been flagged in an exported chat. */
@Command(
        name = "trial",
        mixinStandardHelpOptions = true,
        description = {
            "Screens a chat that was exported out of WhatsApp and writes a private report:",
            "report.html with a chart, and findings.jsonl. Nobody is told anything."
        })
public final class TrialCommand implements Callable<Integer> {
    private static final int PROGRESS_EVERY = 2000;

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

    @Option(names = "--show-names", description = "show names as they are; masked if left out")
    private boolean showNames;

    @Parameters(paramLabel = "CHAT", description = "the .txt or .zip file that WhatsApp's \"Export chat\" made")
    private Path chat = Path.of("");

    @Override
    public Integer call() throws IOException {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new CommandFailedException(out + " is no folder: choose another with --out");
        }
        try {
            ChatExport export = ChatExport.open(chat);
            PhoneNumberParser phones = new PhoneNumberParser();
            SchoolDesk desk = Workbench.deskOf(school.read(phones), phones);
            TrialReport report = new TrialReport(
                    String.valueOf(chat.getFileName()),
                    desk.roll(),
                    Models.english().words(),
                    showNames);
            int cores = Runtime.getRuntime().availableProcessors();
            int entries = new ExportScreening(desk, classes(desk), cores).run(export, (number, entry, screening) -> {
                report.add(number, entry.at(), entry.author(), entry.text(), screening);
                if (report.messages() % PROGRESS_EVERY == 0) {
                    System.err.println(number + " of about " + export.size() + " entries");
                }
            });
            report.write(out);
            System.out.println(entries + " entries, " + report.messages() + " messages, " + report.flaggedMessages()
                    + " would have been flagged: see " + out.resolve("report.html"));
            return 0;
        } catch (UnreadableExportException e) {
            throw new CommandFailedException(chat + ": " + e.getMessage());
        } catch (FileSystemException e) {
            throw new CommandFailedException(
                    "the report cannot be written into " + out + ": choose another folder with --out");
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
}
