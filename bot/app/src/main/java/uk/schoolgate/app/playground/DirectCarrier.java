package uk.schoolgate.app.playground;

import java.util.List;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;

/** Plays a platform and its adapter at once: what people do goes straight to the intake. */
public final class DirectCarrier implements Carrier {
    private final Platform platform;
    private final Stage stage;
    private final Intake intake;

    public DirectCarrier(Platform platform, Stage stage, Intake intake) {
        this.platform = platform;
        this.stage = stage;
        this.intake = intake;
    }

    @Override
    public Platform platform() {
        return platform;
    }

    @Override
    public boolean write(Act act, String text, boolean photo) {
        stage.show(act.bubble(text, photo));
        intake.accept(new Incoming.Message(
                new EventId(act.id()),
                school(act),
                act.where(),
                person(act),
                act.by().name(),
                text,
                photo ? List.of(new Media("image/jpeg", act.id() + ":photo")) : List.of(),
                false,
                act.at()));
        return true;
    }

    @Override
    public void change(Act act, String message, String text) {
        stage.show(act.bubble(text, false));
        intake.accept(new Incoming.Edited(
                new EventId(act.id()),
                school(act),
                act.where(),
                new EventId(message),
                person(act),
                act.by().name(),
                text,
                act.at()));
    }

    @Override
    public void delete(Act act, String message) {
        intake.accept(
                new Incoming.Deleted(new EventId(act.id()), school(act), act.where(), new EventId(message), act.at()));
    }

    @Override
    public void press(Act act, String action, String label) {
        stage.show(act.bubble(label, false));
        intake.accept(
                new Incoming.Press(new EventId(act.id()), school(act), act.where(), person(act), action, act.at()));
    }

    private static SchoolCode school(Act act) {
        return new SchoolCode(act.cast().code());
    }

    private static PersonId person(Act act) {
        return new PersonId(act.by().id());
    }
}
