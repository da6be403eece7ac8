package uk.schoolgate.core.handoff;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A part of an e-mail, drawn both as plain text and as HTML so that the two parts cannot differ. */
sealed interface Section {
    record Heading(String text) implements Section {}

    record Paragraph(String text) implements Section {}

    record Fact(String label, String value) implements Section {}

    record Quoted(String text, String source) implements Section {}

    /** Between two things of a kind. */
    record Gap() implements Section {}

    static String asText(String heading, List<Section> sections) {
        StringBuilder text = new StringBuilder(heading).append("\n");
        boolean afterFact = false;
        for (Section section : sections) {
            boolean isFact = section instanceof Fact;
            // Facts stand line on line; whatever follows them is set off.
            text.append(afterFact && !isFact ? "\n\n" : "\n").append(inText(section));
            afterFact = isFact;
        }
        return text.append("\n").toString();
    }

    private static String inText(Section section) {
        return switch (section) {
            case Heading(String text) -> text.toUpperCase(Locale.UK) + "\n" + "-".repeat(text.length());
            case Paragraph(String text) -> text + "\n";
            case Fact(String label, String value) -> label + ": " + value;
            case Quoted(String text, String source) -> quoted(text, source) + "\n";
            case Gap() -> "* * *\n";
        };
    }

    private static String quoted(String text, String source) {
        String indented = text.lines().map(line -> "    " + line).collect(Collectors.joining("\n"));
        return source.isEmpty() ? indented : indented + "\n    — " + source;
    }

    static String asHtml(String heading, List<Section> sections) {
        HtmlPage page = new HtmlPage().heading(heading);
        for (Section section : sections) {
            switch (section) {
                case Heading(String text) -> page.part(text);
                case Paragraph(String text) -> page.paragraph(text);
                case Fact(String label, String value) -> page.fact(label, value);
                case Quoted(String text, String source) -> page.quote(text, source);
                case Gap() -> page.line();
            }
        }
        return page.done();
    }
}
