package uk.schoolgate.app.evaluation;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.schoolgate.adapter.models.MarkedTokens;
import uk.schoolgate.app.school.Models;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.MessageReader;
import uk.schoolgate.core.screening.Reading;
import uk.schoolgate.core.screening.ScreeningInput;
import uk.schoolgate.core.screening.judging.ChildSense;
import uk.schoolgate.core.screening.judging.Mark;
import uk.schoolgate.core.screening.judging.MarkedText;
import uk.schoolgate.core.screening.judging.Marking;
import uk.schoolgate.core.screening.judging.Signal;

/**
 * A step of training: writes labelled messages down as the tokens and marks that the model learns from.
 *
 * <p>{@code TrainingExamples SCHOOL EXAMPLES.jsonl MARKS.json MESSAGES...}
 */
public final class TrainingExamples {
    private static final List<Signal> SIGNALS = List.of(Signal.values());
    private static final List<ChildSense> SENSES = List.of(ChildSense.values());
    private static final int LONGEST_EXAMPLE = 192;

    private final LabelledInput inputs;
    private final MessageReader reader;
    private final MarkedTokens tokens = MarkedTokens.load(LONGEST_EXAMPLE);

    private TrainingExamples(Path school) {
        PhoneNumberParser phones = new PhoneNumberParser();
        SchoolFolder folder = SchoolFolder.read(school, phones);
        inputs = new LabelledInput(folder.school(), phones);
        reader = new MessageReader(folder.school(), folder.roll(), phones, Models.english());
    }

    /** Writes the examples and the marks. */
    public static void main(String[] arguments) throws IOException {
        TrainingExamples examples = new TrainingExamples(Path.of(arguments[0]));
        Files.createDirectories(Path.of(arguments[1]).toAbsolutePath().getParent());
        try (Writer out = Files.newBufferedWriter(Path.of(arguments[1]))) {
            for (String messages : Arrays.asList(arguments).subList(3, arguments.length)) {
                for (LabelledMessage message : LabelledMessages.read(Path.of(messages))) {
                    examples.write(message, out);
                }
            }
        }
        Files.writeString(Path.of(arguments[2]), examples.marks().toString());
    }

    private ObjectNode marks() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("first", MarkedTokens.FIRST_MARK);
        ArrayNode seeds = json.putArray("seeds");
        for (Mark mark : Mark.values()) {
            ArrayNode ids = seeds.addArray();
            Arrays.stream(tokens.idsOf(MarkSeeds.of(mark))).forEach(ids::add);
        }
        return json;
    }

    private void write(LabelledMessage message, Writer out) throws IOException {
        ScreeningInput input = inputs.of(message);
        Reading reading = reader.read(input);
        List<MarkedTokens.Window> windows = tokens.windows(reading.marked(), reader.markedBefore(input));
        // Few messages are longer than a window, and there the labels of the whole might not hold for a part.
        if (windows.size() == 1) {
            out.write(example(message, reading, windows.getFirst()).toString());
            out.write('\n');
        }
    }

    private static ObjectNode example(LabelledMessage message, Reading reading, MarkedTokens.Window window) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        int length = window.starts().length - 1;
        ArrayNode ids = json.putArray("ids");
        Arrays.stream(window.ids(), 1, length + 1).forEach(ids::add);
        ArrayNode before = json.putArray("before");
        if (window.ids().length > length + 2) {
            Arrays.stream(window.ids(), length + 2, window.ids().length - 1).forEach(before::add);
        }
        ArrayNode senses = json.putArray("senses");
        for (MarkedTokens.MarkAt at : window.marks()) {
            Marking marking = reading.marked().markings().get(at.number());
            if (marking.mark().isChild()) {
                senses.addArray().add(at.token() - 1).add(SENSES.indexOf(LabelledSenses.of(message, marking)));
            }
        }
        ArrayNode signals = json.putArray("signals");
        ArrayNode carriers = json.putArray("carriers");
        for (Signal signal : SIGNALS) {
            Category category = Category.of(signal);
            signals.add(message.has(category) ? 1 : 0);
            message.labels().stream()
                    .filter(label -> label.is() == category)
                    .forEach(label -> carrier(signal, label, message, reading.marked(), window, carriers));
        }
        return json;
    }

    private static void carrier(
            Signal signal,
            LabelledMessage.Label label,
            LabelledMessage message,
            MarkedText marked,
            MarkedTokens.Window window,
            ArrayNode carriers) {
        int start = message.text().indexOf(label.words());
        int end = start + label.words().length();
        int from = -1;
        int to = -1;
        for (int i = 1; i < window.starts().length; i++) {
            boolean inside = marked.starts()[window.starts()[i]] < end && marked.ends()[window.ends()[i] - 1] > start;
            from = inside && from < 0 ? i - 1 : from;
            to = inside ? i : to;
        }
        if (from >= 0) {
            carriers.addArray().add(SIGNALS.indexOf(signal)).add(from).add(to);
        }
    }
}
