package uk.schoolgate.app.command;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uk.schoolgate.adapter.redis.Rotation;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.wiring.LiveStore;
import uk.schoolgate.core.keeping.Archive;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.sealing.UnknownKeyException;

/** {@code evidence}: what is kept, and the keys that it is encrypted with. */
@Command(
        name = "evidence",
        mixinStandardHelpOptions = true,
        description = "Says what is kept and under which key, and puts it under a new one.",
        subcommands = {EvidenceCommand.Status.class, EvidenceCommand.Rotate.class})
public final class EvidenceCommand {
    private EvidenceCommand() {}

    private static void print(Rotation rotation) {
        Map<String, Integer> records = rotation.recordsByKey();
        System.out.println("records by key: "
                + (records.isEmpty()
                        ? "none"
                        : records.entrySet().stream()
                                .map(entry -> entry.getKey() + " " + entry.getValue())
                                .collect(Collectors.joining(", "))));
    }

    /** {@code evidence status}: counts, and nothing that names anybody. */
    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description =
                    "Counts what is kept of a school, under which keys, and what was ever confirmed by month and kind.",
            footer = {"", OpenStore.FOOTER})
    static final class Status implements Callable<Integer> {
        @Mixin
        private final SchoolOption school = new SchoolOption();

        @Override
        public Integer call() {
            SchoolCode code = school.readOne(new PhoneNumberParser()).school().code();
            try (LiveStore live = OpenStore.open()) {
                Archive archive = live.store().archive();
                System.out.println(code + ": " + archive.concerns(code).size() + " concerns and "
                        + archive.incidents(code).size() + " incidents kept");
                print(live.store().rotation());
                archive.register(code).forEach((kind, count) -> System.out.println("register: " + kind + " " + count));
            }
            return 0;
        }
    }

    /** {@code evidence rotate}: puts everything under the first key. */
    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = {
                "Puts everything that is stored under the first key of EVIDENCE_KEYS, while the bots go on working.",
                "To rotate: 1. add the new key behind the old one and restart every bot, so that all of them can read it;",
                "2. put it in front and restart them again; 3. run this; 4. when no record is left under the old key,",
                "take it away. Items on their way through the queues leave by themselves: run this again after a while;",
                "what was put aside is erased with the retention time, and needs its key until then."
            },
            footer = {"", OpenStore.FOOTER},
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:everything is under the first key",
                "1:something is still under another key",
                "2:not done"
            })
    static final class Rotate implements Callable<Integer> {
        @Override
        public Integer call() {
            try (LiveStore live = OpenStore.open()) {
                Rotation rotation = live.store().rotation();
                System.out.println(rotation.run() + " records put under the first key");
                print(rotation);
                return rotation.recordsByKey().size() > 1 ? 1 : 0;
            } catch (UnknownKeyException e) {
                throw new CommandFailedException(String.valueOf(e.getMessage()));
            }
        }
    }
}
