package uk.schoolgate.adapter.teams.incoming;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.ChannelAccount;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether the bot itself has come into a chat or gone from it, which Teams tells in two ways, often in both. */
public final class Membership {
    private Membership() {}

    /** Whether the bot has been added to a chat, or a new version of it. */
    public static boolean isAddition(Activity activity) {
        return installation(activity).startsWith("add") || hasBot(activity, activity.getMembersAdded());
    }

    /** Whether the bot has been taken out of a chat. */
    public static boolean isRemoval(Activity activity) {
        return installation(activity).equals("remove")
                || (ActivityTypes.CONVERSATION_UPDATE.equals(activity.getType())
                        && hasBot(activity, activity.getMembersRemoved()));
    }

    /**
     * {@code add} or {@code remove}, with {@code -upgrade} where a new version takes the place of an earlier one; empty where
     * neither has happened.
     */
    private static String installation(Activity activity) {
        return ActivityTypes.INSTALLATION_UPDATE.equals(activity.getType())
                ? Objects.requireNonNullElse(activity.getAction(), "")
                : "";
    }

    private static boolean hasBot(Activity activity, @Nullable List<ChannelAccount> members) {
        @Nullable ChannelAccount bot = activity.getRecipient();
        return members != null
                && bot != null
                && members.stream().anyMatch(member -> member != null && Objects.equals(member.getId(), bot.getId()));
    }
}
