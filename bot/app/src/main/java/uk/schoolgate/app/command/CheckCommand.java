package uk.schoolgate.app.command;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.schoolgate.adapter.documents.TikaPolicyReader;
import uk.schoolgate.app.school.AnswersFile;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.PolicyChecks;
import uk.schoolgate.app.school.PolicyFolder;
import uk.schoolgate.app.school.PolicyFolder.Policies;
import uk.schoolgate.app.school.PolicyVersions;
import uk.schoolgate.app.school.Problem;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.core.wording.Tongue;
import uk.schoolgate.core.wording.Wording;

/** {@code check}: says what is wrong with a school's folder. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads a school's folder and says what is missing, wrong, overdue for review or contradictory.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no errors; there may be warnings",
            "1:errors: the school cannot be served like this",
            "2:not done"
        })
public final class CheckCommand implements Callable<Integer> {
    @Mixin
    private final SchoolOption school = new SchoolOption();

    @Option(
            names = "--passages",
            description = "also list every passage as it was read from the policies, to be held against the documents")
    private boolean passages;

    @Override
    public Integer call() {
        SchoolFolder folder = school.tryOut(new PhoneNumberParser());
        Policies policies = PolicyFolder.tryOut(folder.path(), new TikaPolicyReader());
        List<Problem> problems = new ArrayList<>(folder.problems());
        problems.addAll(policies.problems());
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        problems.addAll(PolicyChecks.of(policies.documents(), today));
        problems.addAll(AnswersFile.resolve(folder.answers(), PolicyVersions.inForce(policies.documents(), today))
                .problems());
        problems.sort(Comparator.comparing(Problem::severity)
                .thenComparing(Problem::file)
                .thenComparingInt(Problem::line)
                .thenComparingInt(Problem::column));
        if (passages) {
            policies.documents().forEach(document -> System.out.println(PassageListing.of(document)));
        }
        problems.forEach(problem -> System.out.println(problem.asLine()));
        draftedLanguages().ifPresent(System.out::println);
        long errors = problems.stream().filter(Problem::isError).count();
        System.out.println(folder.school().name() + ": " + policies.documents().size() + " policies, "
                + folder.roll().pupils().size() + " pupils, "
                + folder.roll().staff().size() + " staff and governors, "
                + folder.school().groups().size() + " groups; " + errors + " error(s), " + (problems.size() - errors)
                + " warning(s)");
        return errors == 0 ? 0 : 1;
    }

    /** Says which words of the bot itself nobody has approved; no fault of the school's folder. */
    private static Optional<String> draftedLanguages() {
        String drafted = Arrays.stream(Tongue.values())
                .filter(tongue -> Wording.in(tongue).isDrafted())
                .map(tongue -> tongue.ownName() + " (" + tongue.code() + ")")
                .collect(Collectors.joining(", "));
        return drafted.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "note: the bot’s words in these languages are machine-drafted, and nobody has approved them: "
                                + drafted + "; see prompts/wording");
    }
}
