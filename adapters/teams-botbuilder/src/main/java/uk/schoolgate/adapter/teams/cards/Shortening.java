package uk.schoolgate.adapter.teams.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import uk.schoolgate.core.message.Block;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/** Makes what is too large fit: its parts are cut shorter and shorter, then left out from the end; its buttons stay. */
final class Shortening {
    private static final int[] LENGTHS_THAT_MAY_FIT = {12_000, 6_000, 3_000, 1_500, 700, 300, 100};

    private final Wording wording;

    Shortening(Wording wording) {
        this.wording = wording;
    }

    /** The form of as much of a content as fits. */
    <T> T fitting(Content content, Function<Content, T> form, Predicate<T> fits) {
        T whole = form.apply(content);
        if (fits.test(whole)) {
            return whole;
        }
        Content shortest = content;
        for (int longest : LENGTHS_THAT_MAY_FIT) {
            shortest = shortened(content, longest);
            T cut = form.apply(shortest);
            if (fits.test(cut)) {
                return cut;
            }
        }
        return beginning(shortest, form, fits);
    }

    /** Halves what is still open, since each look writes the whole form. */
    private <T> T beginning(Content content, Function<Content, T> form, Predicate<T> fits) {
        T best = form.apply(firstOf(content, 0));
        int kept = 0;
        int tooMany = content.blocks().size();
        while (tooMany - kept > 1) {
            int middle = (kept + tooMany) / 2;
            T candidate = form.apply(firstOf(content, middle));
            if (fits.test(candidate)) {
                best = candidate;
                kept = middle;
            } else {
                tooMany = middle;
            }
        }
        return best;
    }

    private Content firstOf(Content content, int kept) {
        List<Block> blocks = new ArrayList<>(content.blocks().subList(0, kept));
        blocks.add(new Block.Text(wording.say(Phrase.TEAMS_REST_LEFT_OUT)));
        return new Content(content.title(), blocks, content.buttons());
    }

    private Content shortened(Content content, int longest) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : content.blocks()) {
            switch (block) {
                case Block.Text(String text) -> blocks.add(new Block.Text(cut(text, longest)));
                case Block.Quote(String text, String source)
                when text.length() > longest -> {
                    blocks.add(new Block.Quote(cut(text, longest), source));
                    blocks.add(new Block.Text(wording.say(Phrase.TEAMS_TOO_LONG)));
                }
                case Block.Quote quote -> blocks.add(quote);
            }
        }
        return new Content(cut(content.title(), longest), blocks, content.buttons());
    }

    /** The beginning of a text that is longer than that. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
