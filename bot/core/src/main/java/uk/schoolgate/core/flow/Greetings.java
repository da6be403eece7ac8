package uk.schoolgate.core.flow;

import java.util.Arrays;
import java.util.stream.Collectors;
import uk.schoolgate.core.message.Content;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Tongue;
import uk.schoolgate.core.wording.Wording;

/** What the bot says of itself, and in which languages it says it. */
final class Greetings {
    private Greetings() {}

    /** Who the bot is; in private also which languages there are. */
    static Content introduction(SchoolDesk desk, Conversation where) {
        Wording wording = desk.wording();
        String introduction =
                wording.say(Phrase.BOT_INTRODUCTION, "school", desk.school().name());
        return switch (where) {
            case Conversation.GroupChat group -> Content.ofText(introduction);
            case Conversation.PrivateChat chat ->
                Content.ofText(introduction, wording.say(Phrase.LANGUAGE_OFFER, "languages", others(wording.tongue())));
        };
    }

    private static String others(Tongue spoken) {
        return Arrays.stream(Tongue.values())
                .filter(tongue -> tongue != spoken)
                .map(Tongue::ownName)
                .collect(Collectors.joining(" · "));
    }

    /** What somebody reads who has chosen a language, in that language. */
    static Content chosen(Wording wording) {
        String chosen = wording.say(Phrase.LANGUAGE_CHOSEN);
        return wording.isDrafted()
                ? Content.ofText(chosen, wording.say(Phrase.LANGUAGE_DRAFTED))
                : Content.ofText(chosen);
    }
}
