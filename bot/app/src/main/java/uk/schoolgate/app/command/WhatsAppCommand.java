package uk.schoolgate.app.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.schoolgate.adapter.redis.RedisConnection;
import uk.schoolgate.adapter.redis.RedisStore;
import uk.schoolgate.adapter.whatsapp.ServedSchools.Served;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.adapter.whatsapp.setup.Doctor;
import uk.schoolgate.adapter.whatsapp.setup.Finding;
import uk.schoolgate.adapter.whatsapp.setup.GroupPlan;
import uk.schoolgate.adapter.whatsapp.setup.Invitation;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.app.settings.Settings;
import uk.schoolgate.app.settings.SettingsException;
import uk.schoolgate.app.settings.SettingsReader;
import uk.schoolgate.app.wiring.TwilioAccounts;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.sealing.EvidenceKeys;
import uk.schoolgate.core.sealing.Sealer;

/** {@code whatsapp}: sets WhatsApp up and checks how it is set up. */
@Command(
        name = "whatsapp",
        mixinStandardHelpOptions = true,
        description = "Sets WhatsApp up and checks how it is set up.",
        synopsisSubcommandLabel = "COMMAND")
public final class WhatsAppCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static Settings settings() {
        try {
            Settings settings = SettingsReader.read(System.getenv());
            if (settings.twilio().isEmpty()) {
                throw new CommandFailedException(
                        "WhatsApp is off: set TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, TWILIO_GROUP_NUMBER,"
                                + " TWILIO_PRIVATE_NUMBER and PUBLIC_URL");
            }
            return settings;
        } catch (SettingsException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        }
    }

    private static Served served(SchoolOption school) {
        SchoolFolder folder = school.read(new PhoneNumberParser());
        return new Served(folder.school(), folder.roll());
    }

    @Command(
            name = "doctor",
            mixinStandardHelpOptions = true,
            description = "Checks every setting against the live account and says what to mend. Changes nothing.")
    int doctor(@Mixin SchoolOption school) {
        TwilioAccount account = TwilioAccounts.of(settings());
        Served served = served(school);
        List<Finding> findings = new Doctor(account, new TwilioApi(account, PATIENCE), () -> List.of(served)).examine();
        findings.forEach(finding -> System.out.println(finding.asLine()));
        return findings.stream().allMatch(Finding::fine) ? 0 : 1;
    }

    @Command(
            name = "groups",
            mixinStandardHelpOptions = true,
            description = {
                "Shows what would bring the hosted groups at Twilio in line with school.yaml; with \"apply\", does it.",
                "Only who has been in touch with the private line joins a group: that needs the bot's REDIS_URL and"
                        + " EVIDENCE_KEYS."
            })
    int groups(
            @Mixin SchoolOption school,
            @Parameters(arity = "0..1", paramLabel = "apply", description = "show it, ask, and do it") @Nullable
                    String verb,
            @Option(names = "--yes", description = "with apply: don't ask") boolean yes) {
        boolean apply = "apply".equals(verb);
        if ((verb != null && !apply) || (yes && !apply)) {
            throw new CommandFailedException("write `whatsapp groups` to see what there is to do, and"
                    + " `whatsapp groups apply`, or `whatsapp groups apply --yes`, to do it");
        }
        Settings settings = settings();
        TwilioAccount account = TwilioAccounts.of(settings);
        try {
            GroupPlan plan =
                    GroupPlan.of(served(school), account, new TwilioApi(account, PATIENCE), standings(settings));
            plan.steps().forEach(step -> System.out.println("- " + step.text()));
            plan.notes().forEach(note -> System.out.println("! " + note));
            if (plan.steps().isEmpty()) {
                System.out.println("Nothing to do.");
            } else if (!apply) {
                System.out.println("`whatsapp groups apply` does it.");
            } else if (yes || confirmed()) {
                return applied(plan);
            }
            return 0;
        } catch (IllegalStateException e) {
            throw new CommandFailedException("stopped: " + e.getMessage() + "; `whatsapp doctor` says more");
        }
    }

    private static int applied(GroupPlan plan) {
        int refused = plan.applyAll(System.out::println);
        if (refused > 0) {
            System.err.println(
                    "Twilio refused " + refused + " of " + plan.steps().size() + " steps, as said above");
        }
        return refused == 0 ? 0 : 1;
    }

    private static boolean confirmed() {
        Console console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() ->
                        new CommandFailedException("nothing done: nobody is here to ask; add --yes to do it without"));
        boolean yes = "yes"
                .equalsIgnoreCase(
                        String.valueOf(console.readLine("Do it? Type yes: ")).strip());
        if (!yes) {
            System.out.println("Nothing done.");
        }
        return yes;
    }

    private static BiFunction<SchoolCode, PersonId, Optional<Contacts.Standing>> standings(Settings settings) {
        if (settings.redis().isEmpty() || settings.evidenceKeys().isEmpty()) {
            System.err.println(
                    "Nobody is let into a group: who has been in touch is known to the bot's store alone, and"
                            + " REDIS_URL or EVIDENCE_KEYS is missing here");
            return (school, person) -> Optional.empty();
        }
        RedisConnection redis =
                RedisConnection.to(settings.redis().orElseThrow().url());
        // Notes are found by the same pseudonyms that the bot writes them under.
        Sealer sealer = RedisStore.withLastingPseudonyms(
                new Sealer(
                        EvidenceKeys.parse(settings.evidenceKeys().orElseThrow().value())),
                redis);
        Clock clock = Clock.systemUTC();
        RedisStore store = new RedisStore(redis, sealer, clock);
        Contacts contacts = new Contacts(store.notebook(), clock);
        return (school, person) -> Optional.of(contacts.standing(school, person));
    }

    @Command(
            name = "invitation",
            mixinStandardHelpOptions = true,
            description =
                    "Prints the link with which people get in touch, and writes it as a QR code (SVG) for a poster.")
    int invitation(
            @Mixin SchoolOption school,
            @Option(names = "--qr", paramLabel = "FILE", description = "where to write the QR code") @Nullable Path qr)
            throws IOException {
        String link = Invitation.link(
                TwilioAccounts.of(settings()).privateNumber(),
                served(school).school().code());
        System.out.println(link);
        if (qr != null) {
            Files.writeString(qr, Invitation.qrCode(link));
        }
        return 0;
    }
}
