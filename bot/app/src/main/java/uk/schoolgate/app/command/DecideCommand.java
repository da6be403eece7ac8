package uk.schoolgate.app.command;

import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.app.wiring.LiveStore;
import uk.schoolgate.core.concern.ConcernAction;
import uk.schoolgate.core.concern.ConcernAction.Verb;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;

/** {@code decide}: enters what a member of staff decided who has no chat with the bot. */
@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = {
            "Enters what a member of staff has decided on a message, who got it by e-mail and has no buttons to press.",
            "The running bot does it, and only if that person was asked; the answer reaches them by e-mail."
        },
        footer = {"", OpenStore.FOOTER},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:entered", "2:not done"})
public final class DecideCommand implements Callable<Integer> {
    @Mixin
    private final SchoolOption school = new SchoolOption();

    @Parameters(paramLabel = "WHAT", description = "as the e-mail says it, for instance hand-over:C0123456789ABCDEF")
    private String what = "";

    @Option(names = "--by", required = true, paramLabel = "ID", description = "the staff id of who decided")
    private String by = "";

    @Override
    public Integer call() {
        ConcernAction action = ConcernAction.parse(what.strip())
                .orElseThrow(() -> new CommandFailedException("\"" + what
                        + "\" is no decision: copy it from the e-mail, for instance hand-over:C0123456789ABCDEF"));
        SchoolFolder folder = school.readOne(new PhoneNumberParser());
        PersonId person = new PersonId(by.strip());
        if (folder.roll().staffMember(person).isEmpty()) {
            throw new CommandFailedException(
                    "nobody in roll/staff.csv has the id " + by + ": parents decide in their own chat");
        }
        try (LiveStore live = OpenStore.open()) {
            SchoolCode code = folder.school().code();
            Instant now = Instant.now();
            live.store().intake().accept(press(code, person, action, now));
            if (action.verb() == Verb.HAND_OVER) {
                // Whoever types this has been asked whether they are sure by having to type it.
                ConcernAction sure = new ConcernAction(Verb.SURE, action.concern());
                live.store().intake().accept(press(code, person, sure, now));
            }
        }
        System.out.println("entered: " + by + " will have the answer by e-mail");
        return 0;
    }

    private static Incoming.Press press(SchoolCode code, PersonId person, ConcernAction action, Instant now) {
        EventId id = new EventId("decide:" + action.token() + ":" + person.value() + ":" + now);
        Conversation chat = new Conversation.PrivateChat(Platform.TEAMS, person);
        return new Incoming.Press(id, code, chat, person, action.token(), now);
    }
}
