package uk.schoolgate.core.message;

/**
 * A choice under a message.
 *
 * @param label at most 20 characters, the shortest that a platform allows
 * @param action comes back in {@link Incoming.Press#action()} when it is pressed; it grants nothing by itself
 */
public record Button(String label, String action) {
    private static final int LONGEST_LABEL = 20;

    public Button {
        if (label.isBlank() || label.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException("a button's label has 1 to 20 characters: " + label);
        }
    }
}
