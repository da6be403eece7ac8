package uk.schoolgate.core.screening;

/**
 * The words of this school's policies that a finding rests on.
 *
 * @param policy file name
 * @param title the policy's title
 * @param section headings above the words
 * @param quote verbatim
 */
public record Clause(String policy, String title, String section, String quote) {
    /** Title and section as one line for people. */
    public String source() {
        return section.isEmpty() ? title : title + ", " + section;
    }
}
