package uk.schoolgate.adapter.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads plain text: blank lines part paragraphs, signs in front of lines make lists, short lines make headings. */
final class TextBlocks {
    private static final OptionalInt NO_PAGE = OptionalInt.empty();

    private TextBlocks() {}

    private static final int TITLE = 1;
    private static final int NUMBERED = 2;
    private static final int SUBNUMBERED = 3;
    private static final int UNNUMBERED = 4;

    static List<Block> of(String text) {
        List<String> lines = joinLoneBullets(LineWraps.joined(text.lines().toList()).stream()
                .map(Texts::clean)
                .filter(line -> !Texts.isOfContents(line))
                .toList());
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isEmpty()) {
                blocks.add(block(line, lines, i));
            }
        }
        return blocks;
    }

    /** Some editors leave the bullet on a line of its own. */
    private static List<String> joinLoneBullets(List<String> lines) {
        List<String> joined = new ArrayList<>();
        String bullet = "";
        for (String line : lines) {
            if (Marker.isAlone(line)) {
                bullet = line;
            } else if (!bullet.isEmpty() && !line.isEmpty()) {
                joined.add(bullet + " " + line);
                bullet = "";
            } else {
                joined.add(line);
            }
        }
        return joined;
    }

    private static Block block(String line, List<String> lines, int at) {
        Optional<Marker> marker = Marker.of(line);
        if (marker.isEmpty()) {
            return isHeading(line, lines, at)
                    ? new Block.Heading(isOnTop(lines, at) ? TITLE : UNNUMBERED, line)
                    : new Block.Paragraph("", line, NO_PAGE);
        }
        Marker sign = marker.get();
        return switch (sign.kind()) {
            case BULLET -> new Block.Item(0, sign.sign(), sign.rest(), NO_PAGE);
            case NUMBER ->
                Texts.looksLikeHeading(sign.rest()) && isFollowedByText(lines, at)
                        ? new Block.Heading(NUMBERED, line)
                        : new Block.Item(0, sign.sign(), sign.rest(), NO_PAGE);
            case CLAUSE ->
                Texts.looksLikeHeading(sign.rest())
                        ? new Block.Heading(SUBNUMBERED, line)
                        : new Block.Paragraph(sign.sign(), sign.rest(), NO_PAGE);
        };
    }

    private static boolean isHeading(String line, List<String> lines, int at) {
        if (!Texts.looksLikeHeading(line)) {
            return false;
        }
        boolean startsList = nextText(lines, at).flatMap(Marker::of).isPresent();
        boolean standsAlone = isOnTop(lines, at) || lines.get(at - 1).isEmpty();
        return standsAlone && !(Texts.announces(line) && startsList);
    }

    /** Before the first blank line, where a text has its title. */
    private static boolean isOnTop(List<String> lines, int at) {
        return !lines.subList(0, at).contains("");
    }

    /** The number of a heading is followed by something other than the next number of a list. */
    private static boolean isFollowedByText(List<String> lines, int at) {
        return nextText(lines, at)
                .flatMap(Marker::of)
                .filter(next -> next.kind() == Marker.Kind.NUMBER)
                .isEmpty();
    }

    private static Optional<String> nextText(List<String> lines, int at) {
        return lines.subList(at + 1, lines.size()).stream()
                .filter(line -> !line.isEmpty())
                .findFirst();
    }
}
