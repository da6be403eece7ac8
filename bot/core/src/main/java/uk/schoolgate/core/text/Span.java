package uk.schoolgate.core.text;

/**
 * A stretch of a message.
 *
 * @param start index of the first Java char
 * @param end index after the last Java char
 * @param text exactly what stands there
 */
public record Span(int start, int end, String text) {
    public Span {
        if (start < 0 || end <= start || text.length() != end - start) {
            throw new IllegalArgumentException("a span must say exactly what stands in it");
        }
    }

    /** The span from {@code start} to {@code end} of a message. */
    public static Span of(String message, int start, int end) {
        return new Span(start, end, message.substring(start, end));
    }
}
