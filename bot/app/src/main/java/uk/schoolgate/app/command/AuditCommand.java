package uk.schoolgate.app.command;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.wiring.LiveStore;
import uk.schoolgate.core.audit.AuditChain;
import uk.schoolgate.core.audit.AuditEntry;
import uk.schoolgate.core.audit.AuditHead;
import uk.schoolgate.core.keeping.Archive;
import uk.schoolgate.core.school.SchoolCode;

/** {@code audit}: looks at the audit trail. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Looks at a school's audit trail.",
        subcommands = AuditCommand.Verify.class)
public final class AuditCommand {
    private AuditCommand() {}

    /** {@code audit verify}: says whether the trail is whole. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Says whether the audit trail is whole: finds an entry that was changed, removed, added or moved, and",
                "entries cut off at the end. It prints where the trail ends; note that down somewhere else, and a trail",
                "that was put back to an earlier state as a whole shows too, with --holds."
            },
            footer = {"", OpenStore.FOOTER},
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:the trail is whole", "1:it is not", "2:not done"})
    static final class Verify implements Callable<Integer> {
        private static final int MOST_READS = 50;

        @Mixin
        private final SchoolOption school = new SchoolOption();

        @Option(
                names = "--holds",
                paramLabel = "END",
                description = "an end of the trail that was noted down earlier: the trail must still hold it")
        private @Nullable String noted;

        @Override
        public Integer call() {
            SchoolCode code = school.readOne(new PhoneNumberParser()).school().code();
            try (LiveStore live = OpenStore.open()) {
                Trail trail = read(live.store().archive(), code);
                Optional<String> fault =
                        AuditChain.fault(trail.entries(), trail.head()).or(() -> notHeld(trail.entries()));
                System.out.println(fault.map(what -> "NOT WHOLE: " + what)
                        .orElseGet(() -> "whole: " + trail.entries().size() + " entries"
                                + trail.head().map(end -> ", the end is " + end).orElse("")));
                return fault.isPresent() ? 1 : 0;
            }
        }

        private record Trail(List<AuditEntry> entries, Optional<AuditHead> head) {}

        /** Both as of one moment, although the bot may be adding to them. */
        private static Trail read(Archive archive, SchoolCode code) {
            Optional<AuditHead> head = archive.auditHead(code);
            Trail trail = new Trail(archive.auditTrail(code), head);
            for (int attempt = 1;
                    attempt < MOST_READS && !archive.auditHead(code).equals(trail.head());
                    attempt++) {
                Optional<AuditHead> next = archive.auditHead(code);
                trail = new Trail(archive.auditTrail(code), next);
            }
            return trail;
        }

        private Optional<String> notHeld(List<AuditEntry> entries) {
            if (noted == null) {
                return Optional.empty();
            }
            AuditHead end = AuditHead.parse(noted.strip())
                    .orElseThrow(() -> new CommandFailedException(
                            "--holds takes what an earlier run printed: a number, a colon and 64 hex digits"));
            return AuditChain.holds(entries, end)
                    ? Optional.empty()
                    : Optional.of("it no longer holds the end that was noted down, entry " + end.number()
                            + ": the trail was put back to an earlier state or written anew");
        }
    }
}
