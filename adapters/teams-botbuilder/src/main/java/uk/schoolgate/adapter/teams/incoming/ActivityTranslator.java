package uk.schoolgate.adapter.teams.incoming;

import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import com.microsoft.bot.schema.Attachment;
import com.microsoft.bot.schema.ChannelAccount;
import com.microsoft.bot.schema.RoleTypes;
import com.microsoft.bot.schema.Serialization;
import com.microsoft.bot.schema.teams.TeamInfo;
import com.microsoft.bot.schema.teams.TeamsChannelData;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.schoolgate.adapter.teams.trust.RefusedException;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.SchoolCode;

/**
 * Makes of an activity what the core knows. People are named by their Entra object id; who that is at the school is found
 * out later, when the event is worked on.
 */
public final class ActivityTranslator {
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7e]{1,512}");
    private static final String PERSONAL = "personal";
    private static final String THREAD = ";messageid=";

    private final Clock clock;

    public ActivityTranslator(Clock clock) {
        this.clock = clock;
    }

    /**
     * The event behind an activity; empty for one that nothing follows from, such as somebody typing.
     *
     * @throws RefusedException when it lacks what an event needs
     */
    public Optional<Incoming> translate(Activity activity, SchoolCode school) throws RefusedException {
        return switch (activity.getType()) {
            case ActivityTypes.MESSAGE -> isFromBot(activity) ? Optional.empty() : message(activity, school);
            case ActivityTypes.MESSAGE_UPDATE -> isFromBot(activity) ? Optional.empty() : edited(activity, school);
            case ActivityTypes.MESSAGE_DELETE -> Optional.of(deleted(activity, school));
            case ActivityTypes.CONVERSATION_UPDATE, ActivityTypes.INSTALLATION_UPDATE -> moved(activity, school);
            case ActivityTypes.INVOKE -> press(activity, school);
            default -> Optional.empty();
        };
    }

    private static boolean isFromBot(Activity activity) {
        @Nullable ChannelAccount from = activity.getFrom();
        return from != null
                && (from.getRole() == RoleTypes.BOT
                        || (from.getId() != null && from.getId().startsWith("28:")));
    }

    private Optional<Incoming> message(Activity activity, SchoolCode school) throws RefusedException {
        String text = MessageText.of(activity);
        List<Media> media = media(activity);
        if (text.isEmpty() && media.isEmpty() && actionOf(activity.getValue()).isPresent()) {
            return press(activity, school);
        }
        if (text.isEmpty() && media.isEmpty() && !isForBot(activity)) {
            return Optional.empty();
        }
        return Optional.of(new Incoming.Message(
                messageId(activity),
                school,
                conversationOf(activity),
                author(activity),
                authorName(activity),
                text,
                media,
                !MessageText.mentionsOfBot(activity).isEmpty(),
                at(activity)));
    }

    /** Whoever writes to the bot is answered, also where nothing of it can be read. */
    private static boolean isForBot(Activity activity) {
        boolean isWritten = activity.getValue() == null;
        return !MessageText.mentionsOfBot(activity).isEmpty() || (isPersonal(activity) && isWritten);
    }

    private Optional<Incoming> edited(Activity activity, SchoolCode school) throws RefusedException {
        EventId message = messageId(activity);
        Instant at = at(activity);
        return Optional.of(new Incoming.Edited(
                new EventId(message.value() + ":edited:" + at.toEpochMilli()),
                school,
                conversationOf(activity),
                message,
                author(activity),
                authorName(activity),
                MessageText.of(activity),
                at));
    }

    private Incoming deleted(Activity activity, SchoolCode school) throws RefusedException {
        EventId message = messageId(activity);
        Instant at = at(activity);
        return new Incoming.Deleted(
                new EventId(message.value() + ":deleted:" + at.toEpochMilli()),
                school,
                conversationOf(activity),
                message,
                at);
    }

    /** The bot has come or gone; who else has is asked when it matters. */
    private Optional<Incoming> moved(Activity activity, SchoolCode school) throws RefusedException {
        if (Membership.isAddition(activity)) {
            return Optional.of(joined(activity, school));
        }
        return Membership.isRemoval(activity) && conversationOf(activity) instanceof Conversation.GroupChat group
                ? Optional.of(left(activity, school, group))
                : Optional.empty();
    }

    private Incoming left(Activity activity, SchoolCode school, Conversation.GroupChat group) throws RefusedException {
        Instant at = at(activity);
        return new Incoming.Left(
                new EventId("teams:left:" + conversationId(activity) + ":" + at.toEpochMilli()), school, group, at);
    }

    private Incoming joined(Activity activity, SchoolCode school) throws RefusedException {
        Conversation chat = conversationOf(activity);
        Instant at = at(activity);
        return new Incoming.Joined(
                new EventId("teams:joined:" + conversationId(activity) + ":" + at.toEpochMilli()), school, chat, at);
    }

    private Optional<Incoming> press(Activity activity, SchoolCode school) throws RefusedException {
        Optional<String> action = actionIn(activity);
        return action.isEmpty()
                ? Optional.empty()
                : Optional.of(new Incoming.Press(
                        messageId(activity),
                        school,
                        conversationOf(activity),
                        author(activity),
                        action.get(),
                        at(activity)));
    }

    /** What a pressed button asks for, of an {@code adaptiveCard/action} invoke or a submitted card. */
    public static Optional<String> actionIn(Activity activity) {
        if (activity.getValue() instanceof Map<?, ?> value && value.get("action") instanceof Map<?, ?> execute) {
            return actionOf(execute.get("data"));
        }
        return actionOf(activity.getValue());
    }

    private static Optional<String> actionOf(@Nullable Object data) {
        return data instanceof Map<?, ?> fields && fields.get("action") instanceof String action
                ? Optional.of(action)
                : Optional.empty();
    }

    private static List<Media> media(Activity activity) {
        if (activity.getAttachments() == null) {
            return List.of();
        }
        return activity.getAttachments().stream()
                .filter(attachment -> attachment != null
                        && attachment.getContentType() != null
                        && !MessageText.isHtml(attachment)
                        && !attachment.getContentType().startsWith("application/vnd.microsoft.card"))
                .map(ActivityTranslator::media)
                .toList();
    }

    private static Media media(Attachment attachment) {
        String where = Objects.requireNonNullElse(attachment.getContentUrl(), "in the message");
        return new Media(attachment.getContentType(), where);
    }

    /** The chat of an activity. */
    static Conversation conversationOf(Activity activity) throws RefusedException {
        String id = conversationId(activity);
        return isPersonal(activity)
                ? new Conversation.PrivateChat(Platform.TEAMS, author(activity))
                : new Conversation.GroupChat(Platform.TEAMS, id);
    }

    /** Whether an activity comes from somebody's private chat with the bot. */
    public static boolean isPersonal(Activity activity) {
        @Nullable String type = activity.getConversation().getConversationType();
        return PERSONAL.equals(type)
                || (type == null && !activity.getConversation().isGroup() && channelOf(activity) == null);
    }

    private static @Nullable Object channelOf(Activity activity) {
        @Nullable TeamsChannelData data = Serialization.getAs(activity.getChannelData(), TeamsChannelData.class);
        return data == null ? null : data.getChannel();
    }

    /** The team that an activity's channel is part of: its id, which is the one of its General channel too. */
    public static Optional<String> teamOf(Activity activity) {
        return Optional.ofNullable(Serialization.getAs(activity.getChannelData(), TeamsChannelData.class))
                .map(TeamsChannelData::getTeam)
                .map(TeamInfo::getId)
                .filter(id -> ID.matcher(id).matches());
    }

    /** The id of an activity's chat, with its thread. */
    public static String conversationId(Activity activity) throws RefusedException {
        if (activity.getConversation() == null) {
            throw new RefusedException(RefusedException.NOT_READABLE, "an activity without a conversation");
        }
        return required(activity.getConversation().getId());
    }

    /** The chat that a thread is in. */
    public static String withoutThread(String conversation) {
        int thread = conversation.indexOf(THREAD);
        return thread < 0 ? conversation : conversation.substring(0, thread);
    }

    private static EventId messageId(Activity activity) throws RefusedException {
        return new EventId("teams:" + withoutThread(conversationId(activity)) + ":" + required(activity.getId()));
    }

    /** Who an activity is from: the Entra object id, or Teams' own id of somebody who has none. */
    public static PersonId author(Activity activity) throws RefusedException {
        @Nullable ChannelAccount from = activity.getFrom();
        if (from == null) {
            throw new RefusedException(RefusedException.NOT_READABLE, "an activity without a sender");
        }
        return new PersonId(required(from.getAadObjectId() == null ? from.getId() : from.getAadObjectId()));
    }

    private static String authorName(Activity activity) {
        return Objects.requireNonNullElse(activity.getFrom().getName(), "");
    }

    private static String required(@Nullable String id) throws RefusedException {
        if (id == null || !ID.matcher(id).matches()) {
            throw new RefusedException(RefusedException.NOT_READABLE, "an activity without a usable id");
        }
        return id;
    }

    private Instant at(Activity activity) {
        return activity.getTimestamp() == null
                ? clock.instant()
                : activity.getTimestamp().toInstant();
    }
}
