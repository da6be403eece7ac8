package uk.schoolgate.app.playground;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What is to be seen in the playground, and the pages that look at it. */
public final class Stage {
    private static final long NEVER = 0;

    private final Transcript transcript;
    private final List<SseEmitter> pages = new CopyOnWriteArrayList<>();

    /** @param file keeps what was shown */
    public Stage(Path file) {
        this.transcript = Transcript.in(file);
    }

    List<Bubble> bubbles() {
        return transcript.all();
    }

    /** Shows a message on every page; once, however often it is delivered: false where it was there already. */
    boolean show(Bubble bubble) {
        boolean isNew = transcript.add(bubble);
        if (isNew) {
            tell("bubble", bubble);
        }
        return isNew;
    }

    /** Says that there is new mail. */
    public void mailArrived() {
        tell("mail", "");
    }

    SseEmitter open() {
        SseEmitter page = new SseEmitter(NEVER);
        page.onCompletion(() -> pages.remove(page));
        page.onTimeout(() -> pages.remove(page));
        page.onError(failure -> pages.remove(page));
        pages.add(page);
        send(page, "open", "");
        return page;
    }

    private void tell(String event, Object data) {
        pages.forEach(page -> send(page, event, data));
    }

    private void send(SseEmitter page, String event, Object data) {
        try {
            page.send(SseEmitter.event().name(event).data(data));
        } catch (IOException | IllegalStateException e) {
            pages.remove(page);
        }
    }

    /** Lets go of all pages, so that the server can stop. */
    public void close() {
        pages.forEach(SseEmitter::complete);
    }
}
