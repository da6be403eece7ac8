package uk.schoolgate.app.command;

import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.schoolgate.adapter.whatsapp.people.WaitingRoom;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.app.wiring.LiveStore;
import uk.schoolgate.core.keeping.PersonErasure;
import uk.schoolgate.core.keeping.PersonalData;
import uk.schoolgate.core.keeping.Subject;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/** {@code erase}: erases what is kept about a person and shows that it is gone. */
@Command(
        name = "erase",
        mixinStandardHelpOptions = true,
        description = {
            "Erases what is kept about one person, at once and for good, and looks again to show that nothing is left.",
            "Held back, and said so: an urgent concern that nobody has taken on, handed over or not; one about messages of",
            "several people that nobody has decided on; and an incident that has not reached the complaints inbox. The",
            "audit trail stays: it holds a pseudonym and no words. E-mails that were sent, and what is on people's phones,",
            "are not Schoolgate's to erase. What is noted to reach somebody on WhatsApp or in Teams goes too; whoever",
            "writes to the bot again, or still is in a Teams group, is noted anew."
        },
        footer = {"", OpenStore.FOOTER},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:nothing is left", "1:something is left; it says what and why", "2:not done"})
public final class EraseCommand implements Callable<Integer> {
    @Mixin
    private final SchoolOption school = new SchoolOption();

    @Mixin
    private final PersonOption person = new PersonOption();

    @Option(names = "--dry-run", description = "only say what there is")
    private boolean dryRun;

    @Override
    public Integer call() {
        PhoneNumberParser phones = new PhoneNumberParser();
        SchoolFolder folder = school.readOne(phones);
        PersonId who = person.read(phones, folder.roll());
        SchoolCode code = folder.school().code();
        try (LiveStore live = OpenStore.open()) {
            Subject subject = Subjects.of(who, folder, live);
            PersonalData before = PersonalData.of(subject, code, live.store().archive(), live.sealer());
            System.out.println("searched: " + searched(before.searched()));
            System.out.println("found: " + found(before));
            return dryRun ? left(before) : erase(subject, code, live);
        }
    }

    private static int erase(Subject who, SchoolCode code, LiveStore live) {
        PersonErasure erasure = new PersonErasure(
                live.store().archive(), live.sealer(), WaitingRoom.editor(), live.copies(), Clock.systemUTC());
        PersonErasure.Outcome outcome = erasure.erase(who, code);
        System.out.println("erased: " + outcome.erased() + " records, and the person's counts and marks");
        outcome.heldBack().forEach(reason -> System.out.println("held back: " + reason));
        System.out.println("searched again: " + searched(outcome.left().searched()));
        System.out.println(outcome.left().isEmpty() ? "nothing is left" : "STILL THERE: " + found(outcome.left()));
        System.out.println(outcome.left().asked().size()
                + " concerns of others keep that this person was asked to look at" + " them, until they go");
        System.out.println("the audit trail keeps " + outcome.left().trail().size()
                + " entries of what this person did, under a pseudonym or a staff id");
        System.out.println(
                live.store().rewriteFile()
                        ? "the store writes its file anew, so that what was erased leaves the disk too"
                        : "have your Redis write its append-only file anew (BGREWRITEAOF): it may hold old sealed records");
        return left(outcome.left());
    }

    private static int left(PersonalData data) {
        return data.isEmpty() ? 0 : 1;
    }

    private static String found(PersonalData data) {
        return data.written().size() + " concerns about messages of theirs, "
                + data.named().size()
                + " that name them, " + data.incidents().size() + " incidents, "
                + data.loose().size()
                + " items in the queues or put aside, "
                + data.notes().size() + " notes, "
                + (data.traces().isEmpty() ? "no counts or marks" : "counts or marks");
    }

    static String searched(PersonalData.Searched searched) {
        return searched.concerns() + " concerns, " + searched.incidents() + " incidents, " + searched.auditEntries()
                + " audit entries, " + searched.looseItems() + " items in the queues or put aside, " + searched.notes()
                + " notes";
    }
}
