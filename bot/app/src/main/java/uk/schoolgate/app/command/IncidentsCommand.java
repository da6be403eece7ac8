package uk.schoolgate.app.command;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.wiring.LiveStore;
import uk.schoolgate.core.flow.Casebook;
import uk.schoolgate.core.flow.LedgerDesk;
import uk.schoolgate.core.handoff.Delivery;
import uk.schoolgate.core.handoff.Incident;
import uk.schoolgate.core.handoff.Reconciliation;
import uk.schoolgate.core.handoff.Reference;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.school.SchoolTime;

/** {@code incidents}: says where the e-mail of each incident stands; never what was written. */
@Command(
        name = "incidents",
        mixinStandardHelpOptions = true,
        description = {
            "Says where each incident that was handed to the school stands; never what was written or by whom.",
            "It looks into the bot's own store, also while the bot runs."
        },
        footer = {"", OpenStore.FOOTER},
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:there is no such incident, or it cannot be sent again", "2:not done"})
public final class IncidentsCommand implements Callable<Integer> {
    private static final int NO_SUCH = 1;

    @Override
    public Integer call() {
        throw new CommandFailedException("say what: incidents list, incidents show REF or incidents resend REF");
    }

    /** {@code incidents list}. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "A line for each incident, oldest first.")
    int list(@Mixin SchoolOption school) {
        SchoolCode code = codeOf(school);
        try (LiveStore live = OpenStore.open()) {
            List<Incident> incidents = live.store().casebook().incidents(code);
            incidents.forEach(incident -> System.out.println(line(incident)));
            System.out.println(incidents.size() + " incident(s) of " + code);
        }
        return 0;
    }

    /** {@code incidents show}. */
    @Command(name = "show", mixinStandardHelpOptions = true, description = "Every step of one incident's e-mail.")
    int show(
            @Mixin SchoolOption school,
            @Parameters(paramLabel = "REF", description = "for instance ALD-26-0042") String ref) {
        SchoolCode code = codeOf(school);
        try (LiveStore live = OpenStore.open()) {
            Optional<Incident> incident = find(live.store().casebook(), code, ref);
            incident.ifPresent(IncidentsCommand::print);
            return incident.isPresent() ? 0 : NO_SUCH;
        }
    }

    /** {@code incidents resend}. */
    @Command(
            name = "resend",
            mixinStandardHelpOptions = true,
            description = "Sends an incident's e-mail again that was given up or is late; the running bot does it.")
    int resend(
            @Mixin SchoolOption school,
            @Parameters(paramLabel = "REF", description = "for instance ALD-26-0042") String ref) {
        SchoolCode code = codeOf(school);
        try (LiveStore live = OpenStore.open()) {
            Optional<Incident> incident = find(live.store().casebook(), code, ref);
            if (incident.isEmpty()) {
                return NO_SUCH;
            }
            if (!Reconciliation.maySendAgain(incident.get(), Instant.now())) {
                System.err.println(ref + " was neither given up nor is it late: "
                        + standing(incident.get().delivery()));
                return NO_SUCH;
            }
            live.store().intake().accept(LedgerDesk.resend(code, incident.get().reference(), Instant.now()));
            System.out.println(ref + " will be sent again");
            return 0;
        }
    }

    private static SchoolCode codeOf(SchoolOption option) {
        return option.readOne(new PhoneNumberParser()).school().code();
    }

    private static Optional<Incident> find(Casebook casebook, SchoolCode code, String ref) {
        try {
            Reference reference = new Reference(ref.strip().toUpperCase(Locale.ROOT));
            Optional<Incident> incident = casebook.incident(code, reference);
            if (incident.isEmpty()) {
                System.err.println("there is no incident " + reference + " of " + code);
            }
            return incident;
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException("\"" + ref + "\" is no reference: one looks like " + code + "-26-0042");
        }
    }

    private static void print(Incident incident) {
        System.out.println(line(incident));
        System.out.println("  category      " + incident.category());
        System.out.println("  handed over   " + moment(incident.confirmedAt()) + " by "
                + (incident.confirmedBy().isPhone()
                        ? "a parent"
                        : incident.confirmedBy().value()));
        for (Incident.Entry entry : incident.ledger()) {
            System.out.println("  " + moment(entry.at()) + "  " + standing(entry.delivery()));
        }
    }

    private static String line(Incident incident) {
        return incident.reference() + "  " + moment(incident.confirmedAt()) + "  " + standing(incident.delivery());
    }

    private static String standing(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Queued() -> "queued";
            case Delivery.Retrying(int attempts, String reason) -> "retrying, " + attempts + " attempt(s): " + reason;
            case Delivery.Delivered(String receipt) -> "sent: " + receipt;
            case Delivery.Dead(String reason) -> "given up: " + reason;
        };
    }

    private static String moment(Instant at) {
        return at.atZone(SchoolTime.ZONE)
                .toLocalDateTime()
                .withNano(0)
                .toString()
                .replace('T', ' ');
    }
}
