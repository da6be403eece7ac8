package uk.schoolgate.core.answering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import uk.schoolgate.core.text.ListFile;

/**
 * What people say to the bot that is no question to the policies. It takes a whole message, or a sentence that opens with
 * an order to the bot: brushing off a real question is worse than looking small talk up in the policies.
 */
final class SmallTalk {
    /** What kind of small talk it is, which decides the line that answers it. */
    enum Kind {
        HELLO,
        ABOUT,
        THANKS,
        CHAT,
        /** An order to be something else than it is. */
        INSTRUCTION
    }

    private static final Map<String, Kind> WHOLE_MESSAGES = wholeMessages();
    private static final Pattern ADDRESS =
            Pattern.compile("^(?:(?:hi|hey|hello|ok|okay|please|now|right|so) )*+(?:schoolgate|bot)? ?");
    private static final Pattern ENDING = Pattern.compile(
            "(?: (?:schoolgate|bot|mate|pal|love|hun|please|pls|xo+|x+|lol|haha|everyone|all|guys|then))++$");
    private static final Pattern INSTRUCTION =
            Pattern.compile("^(?:(?:hi|hey|hello|ok|okay|please|pls|now|right|so|schoolgate|bot"
                    + "|from now on|can you|could you|i want you to|you must|you should|you have to|lets) )*+"
                    + "(?:(?:ignore|forget|disregard|override|bypass|drop) (?:all |any )?(?:of )?(?:your (?:[a-z]+ )?(?:instructions?|rules?|prompts?|guidelines?"
                    + "|programming|training|orders?|directions?|restrictions?|limits?|filters?|constraints?)|the above|above|previous|prior|earlier"
                    + "|the previous|the system|everything (?:above|before|you)|what you were told|these instructions|those instructions)"
                    + "|(?:ignore|forget|disregard) all (?:rules|instructions|prompts)"
                    + "|pretend (?:to be|that you|you|youre|there are no rules)|act as if you|roleplay|role play as|you are now (?:an?|dan|in|the|my|called|free|no longer)\\b"
                    + "|enter (?:developer|debug|admin|god) mode|enable (?:developer|debug|admin|god) mode|developer mode"
                    + "|jailbreak|do anything now|(?:show|print|reveal|repeat|output|tell me) (?:me )?(?:your|the) "
                    + "(?:system prompt|prompt|hidden prompt|hidden instructions|system message|source code|initial instructions)"
                    + "|what (?:is|are|was) your (?:system prompt|prompt|hidden instructions|initial instructions|instructions)$"
                    + "|repeat after me|write (?:me )?an? (?:poem|essay|story|song|joke|rap|haiku|limerick|python|program)"
                    + "|speak (?:like|as) a|talk like a|system override|sudo )");

    private SmallTalk() {}

    private static Map<String, Kind> wholeMessages() {
        Map<String, Kind> messages = new HashMap<>();
        ListFile.entries("/schoolgate/policy/small-talk.txt").forEach((kind, texts) -> {
            for (String text : List.of(texts.split(" *, *", -1))) {
                messages.put(text, Kind.valueOf(kind));
            }
        });
        return messages;
    }

    /** What kind of small talk a message is; empty for anything that may be a question. */
    static Optional<Kind> of(String message) {
        String words = words(message);
        if (words.isEmpty()) {
            return Optional.of(Kind.HELLO);
        }
        Kind kind = WHOLE_MESSAGES.get(words);
        if (kind == null) {
            String bare =
                    ENDING.matcher(ADDRESS.matcher(words).replaceFirst("")).replaceFirst("");
            kind = bare.isEmpty() ? Kind.HELLO : WHOLE_MESSAGES.get(bare);
        }
        if (kind == null && INSTRUCTION.matcher(words).find()) {
            kind = Kind.INSTRUCTION;
        }
        return Optional.ofNullable(kind);
    }

    /** Letters and digits with single spaces: no emojis, no punctuation. */
    private static String words(String message) {
        return Terms.fold(message)
                .replaceAll("['`]", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
