package uk.schoolgate.app.playground;

import java.util.List;

/**
 * Who and what the page shows of one school.
 *
 * @param code the school's code
 * @param name the school's name
 * @param groups the groups
 * @param people who may be played
 * @param mailboxes the mailboxes that are shown
 * @param steps the ready-made messages that lead a first visitor through
 */
record Cast(String code, String name, List<Place> groups, List<Player> people, List<Box> mailboxes, List<Step> steps) {
    /**
     * A group chat.
     *
     * @param conversation its key
     * @param members ids of the people of {@link #people} who are in it
     */
    record Place(String name, String platform, String address, String conversation, List<String> members) {}

    /**
     * Somebody who can be played.
     *
     * @param role a few words on who they are
     * @param conversation key of their private chat with the bot
     */
    record Player(String id, String name, String role, String platform, String conversation) {}

    record Box(String address, String label) {}

    /**
     * A ready-made message.
     *
     * @param author who posts it
     * @param address of the group it goes to; empty for the author's private chat with the bot
     * @param then who to look at next: the reviewer where there is one
     */
    record Step(String title, String explanation, String author, String address, String text, String then) {}
}
