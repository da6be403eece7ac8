package uk.schoolgate.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.SchoolCode;

/** What every notebook promises. */
public interface NotebookContract {
    Duration DAY = Duration.ofDays(1);

    /** The notebook under test, empty. */
    Notebook notebook();

    @Test
    default void aNoteIsReadAsItWasWrittenLast() {
        Notebook notebook = notebook();
        notebook.write(Samples.CODE, "chat:1", "first", DAY);
        notebook.write(Samples.CODE, "chat:1", "second ☂", DAY);
        assertThat(notebook.read(Samples.CODE, "chat:1")).contains("second ☂");
        assertThat(notebook.read(Samples.CODE, "chat:2")).isEmpty();
    }

    @Test
    default void aSchoolDoesNotSeeTheNotesOfAnother() {
        Notebook notebook = notebook();
        notebook.write(Samples.CODE, "chat:1", "ours", DAY);
        assertThat(notebook.read(new SchoolCode("OTHER"), "chat:1")).isEmpty();
    }

    @Test
    default void anEmptyTextErasesTheNote() {
        Notebook notebook = notebook();
        notebook.write(Samples.CODE, "chat:1", "ours", DAY);
        notebook.write(Samples.CODE, "chat:1", "", DAY);
        assertThat(notebook.read(Samples.CODE, "chat:1")).isEmpty();
    }
}
