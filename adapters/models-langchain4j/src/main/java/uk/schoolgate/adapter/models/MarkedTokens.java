package uk.schoolgate.adapter.models;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import uk.schoolgate.core.screening.judging.Mark;
import uk.schoolgate.core.screening.judging.MarkedText;

/** Splits marked texts into the tokens of BGE, in windows that are cheap to read. */
public final class MarkedTokens {

    private static final int MOST_TOKENS_BEFORE = 40;
    /** A longer message says itself what it is about. */
    private static final int LONGEST_IN_CONTEXT = 48;

    private static final int START = 101;
    private static final int END = 102;
    /** Id of the first mark. From here on the vocabulary has tokens that no text has; each mark is one of them. */
    public static final int FIRST_MARK = 1;

    private static final List<Mark> MARKS = List.of(Mark.values());

    private final HuggingFaceTokenizer tokenizer;
    private final int longest;

    /**
     * @param tokenizer one that neither cuts nor pads
     * @param longest how many tokens of a message a window has at most
     */
    MarkedTokens(HuggingFaceTokenizer tokenizer, int longest) {
        this.tokenizer = tokenizer;
        this.longest = longest;
    }

    /**
     * A part of a message.
     *
     * @param ids the tokens: a start, those of the part, an end, and perhaps those of what was said before, and an end
     * @param types 0 for the part's tokens, 1 for those of what was said before
     * @param starts for each of the part's tokens, start included, the char of the marked text where it starts
     * @param ends for each of them, where it ends
     * @param marks which of them stand for marks, by the mark's number in the marked text
     */
    // Nobody compares windows, and the model takes arrays.
    @SuppressWarnings("ArrayRecordComponent")
    public record Window(long[] ids, long[] types, int[] starts, int[] ends, List<MarkAt> marks) {
        boolean overlaps(Window other) {
            return starts[1] < other.ends[other.ends.length - 1] && other.starts[1] < ends[ends.length - 1];
        }
    }

    /**
     * A mark among the tokens.
     *
     * @param token its index in the window
     * @param number its number in the marked text
     */
    public record MarkAt(int token, int number) {}

    /**
     * The tokens of the model in langchain4j's jar.
     *
     * @param longest how many tokens of a message a window has at most
     */
    public static MarkedTokens load(int longest) {
        try {
            return new MarkedTokens(BgeJudge.wholeTexts(), longest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The tokens of words that could stand where a mark stands. */
    public long[] idsOf(String words) {
        return tokenizer.encode(words, false, false).getIds();
    }

    /**
     * The windows of a message; none for a message without text.
     *
     * @param before what was said before it, oldest first
     */
    public List<Window> windows(MarkedText message, List<MarkedText> before) {
        Encoding encoding = encode(message);
        if (encoding == null) {
            return List.of();
        }
        List<Window> windows = new ArrayList<>();
        int length = encoding.getIds().length;
        long[] context = length <= LONGEST_IN_CONTEXT ? context(before) : new long[0];
        for (int from = 0; from < length; ) {
            int to = endOfWindow(encoding, from);
            windows.add(window(encoding, message, from, to, context));
            from = to;
        }
        return windows;
    }

    private @Nullable Encoding encode(MarkedText text) {
        if (text.isEmpty()) {
            return null;
        }
        Encoding encoding = tokenizer.encode(text.shown(), false, false);
        return encoding.getIds().length == 0 ? null : encoding;
    }

    private long[] context(List<MarkedText> before) {
        long[] ids = before.stream().flatMapToLong(this::context).toArray();
        return Arrays.copyOfRange(ids, Math.max(0, ids.length - MOST_TOKENS_BEFORE), ids.length);
    }

    private LongStream context(MarkedText said) {
        Encoding encoding = encode(said);
        if (encoding == null) {
            return LongStream.empty();
        }
        long[] ids = encoding.getIds().clone();
        swapMarks(ids, encoding.getCharTokenSpans(), said);
        return Arrays.stream(ids);
    }

    private static void swapMarks(long[] ids, CharSpan[] spans, MarkedText text) {
        for (int i = 0; i < ids.length; i++) {
            int number = Arrays.binarySearch(text.places(), spans[i].getStart());
            if (number >= 0) {
                ids[i] = idOf(text.markings().get(number).mark());
            }
        }
    }

    private static long idOf(Mark mark) {
        return FIRST_MARK + (long) MARKS.indexOf(mark);
    }

    private int endOfWindow(Encoding encoding, int from) {
        String[] tokens = encoding.getTokens();
        int end = Math.min(tokens.length, from + longest);
        if (end == tokens.length) {
            return end;
        }
        for (int at = end; at > from + longest / 2; at--) {
            if (".!?".contains(tokens[at - 1])) {
                return at;
            }
        }
        return end;
    }

    private static Window window(Encoding encoding, MarkedText text, int from, int to, long[] context) {
        int length = to - from;
        int all = length + 2 + (context.length == 0 ? 0 : context.length + 1);
        long[] ids = new long[all];
        long[] types = new long[all];
        int[] starts = new int[length + 1];
        int[] ends = new int[length + 1];
        List<MarkAt> marks = new ArrayList<>();
        ids[0] = START;
        for (int i = 0; i < length; i++) {
            CharSpan span = encoding.getCharTokenSpans()[from + i];
            ids[i + 1] = encoding.getIds()[from + i];
            starts[i + 1] = span.getStart();
            ends[i + 1] = span.getEnd();
            int number = Arrays.binarySearch(text.places(), span.getStart());
            if (number >= 0) {
                ids[i + 1] = idOf(text.markings().get(number).mark());
                marks.add(new MarkAt(i + 1, number));
            }
        }
        ids[length + 1] = END;
        if (context.length > 0) {
            System.arraycopy(context, 0, ids, length + 2, context.length);
            ids[all - 1] = END;
            Arrays.fill(types, length + 2, all, 1);
        }
        return new Window(ids, types, starts, ends, marks);
    }
}
