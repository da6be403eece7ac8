package uk.schoolgate.adapter.whatsapp.people;

import java.time.Duration;
import java.util.Optional;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.SchoolCode;

/**
 * Templates that Twilio would not send. For an hour none of them is tried again, so that messages go another way at once;
 * then one is, to see whether somebody has mended it.
 */
public final class BrokenTemplates {
    private static final Duration BELIEVED = Duration.ofHours(1);

    private final Notebook notebook;

    public BrokenTemplates(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * Twilio did not send it.
     *
     * @param template its name in the account
     * @param why in numbers alone
     */
    public void broken(SchoolCode school, String template, String why) {
        notebook.write(school, key(template), why, BELIEVED);
    }

    /** Why it is not sent just now. */
    public Optional<String> whyNot(SchoolCode school, String template) {
        return notebook.read(school, key(template));
    }

    private static String key(String template) {
        return "whatsapp:template:" + template;
    }
}
