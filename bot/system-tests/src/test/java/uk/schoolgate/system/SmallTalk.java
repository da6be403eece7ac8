package uk.schoolgate.system;

import java.util.List;

/**
 * What a group says all day. A quarter is said word for word by everybody; the rest is new each time, for 64,000 messages, since
 * the bot need not read again what it has just read.
 */
final class SmallTalk {
    private static final List<String> SENTENCES = List.of(
            "Does anyone know if it's %s %s? We have lost the %s again",
            "Thanks for organising the %s %s, it was lovely, and we found our %s",
            "What time does the %s finish %s? We still need a %s",
            "Is the %s still on %s? Has anyone got a spare %s",
            "Can somebody wait with the kids at the %s please, running late %s and fetching a %s",
            "I always forget: %s %s? The letter has gone missing with the %s",
            "ok",
            "Happy birthday!!");
    private static final List<String> EVENTS = List.of(
            "PE",
            "swimming",
            "disco",
            "cake sale",
            "book fair",
            "assembly",
            "sports day",
            "choir",
            "football",
            "netball",
            "chess club",
            "school trip",
            "harvest festival",
            "summer fair",
            "film night",
            "quiz",
            "concert",
            "nativity",
            "science week",
            "coffee morning");
    private static final List<String> TIMES = List.of(
            "today",
            "tomorrow",
            "on Monday",
            "on Tuesday",
            "on Wednesday",
            "on Thursday",
            "on Friday",
            "at the weekend",
            "this morning",
            "this afternoon",
            "this week",
            "next week",
            "next Monday",
            "next Friday",
            "before lunch",
            "after lunch",
            "after school",
            "at half past three",
            "at four",
            "before half term");
    private static final List<String> THINGS = List.of(
            "grey jumper",
            "blue cardigan",
            "book bag",
            "water bottle",
            "lunch box",
            "red hat",
            "pair of gloves",
            "pair of wellies",
            "PE kit",
            "swimming towel",
            "pencil case",
            "reading book",
            "raincoat",
            "scarf",
            "pair of trainers",
            "white shirt",
            "school tie",
            "sun hat",
            "recorder",
            "form for the trip");

    private SmallTalk() {}

    /**
     * One of the messages.
     *
     * @param number which; from 0
     */
    static String message(int number) {
        int round = number / SENTENCES.size();
        return SENTENCES
                .get(number % SENTENCES.size())
                .formatted(
                        of(EVENTS, round),
                        of(TIMES, round / EVENTS.size()),
                        of(THINGS, round / EVENTS.size() / TIMES.size()));
    }

    private static String of(List<String> words, int number) {
        return words.get(number % words.size());
    }
}
