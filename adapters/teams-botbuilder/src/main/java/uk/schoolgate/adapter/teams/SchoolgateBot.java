package uk.schoolgate.adapter.teams;

import com.microsoft.bot.builder.Bot;
import com.microsoft.bot.builder.BotFrameworkAdapter;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.schema.Activity;
import com.microsoft.bot.schema.ActivityTypes;
import java.net.HttpURLConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.schoolgate.adapter.teams.incoming.ActivityTranslator;
import uk.schoolgate.adapter.teams.incoming.Membership;
import uk.schoolgate.adapter.teams.trust.RefusedException;
import uk.schoolgate.core.message.Conversation;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.wording.Phrase;
import uk.schoolgate.core.wording.Wording;

/**
 * One turn of the conversation with Teams: remembers where the activity came from and puts it into the intake; the work is
 * done elsewhere. It looks at every type itself: Bot Builder's handlers have no place for edits and deletions.
 */
final class SchoolgateBot implements Bot {
    private static final Logger log = LoggerFactory.getLogger(SchoolgateBot.class);

    private final SchoolFinder schools;
    private final ActivityTranslator translator;
    private final Memory memory;
    private final Intake intake;
    private final PressAnswers presses;
    private final Wording wording;

    SchoolgateBot(
            SchoolFinder schools,
            ActivityTranslator translator,
            Memory memory,
            Intake intake,
            PressAnswers presses,
            Wording wording) {
        this.schools = schools;
        this.translator = translator;
        this.memory = memory;
        this.intake = intake;
        this.presses = presses;
        this.wording = wording;
    }

    @Override
    public CompletableFuture<Void> onTurn(TurnContext turn) {
        Activity activity = turn.getActivity();
        try {
            List<SchoolCode> those = schools.of(activity);
            boolean isRemoval = Membership.isRemoval(activity);
            if (those.isEmpty()) {
                log.info("an activity of a chat that belongs to none of the schools here");
            }
            List<Incoming> incoming = new ArrayList<>();
            for (SchoolCode school : those) {
                translator.translate(activity, school).ifPresent(incoming::add);
                if (!isRemoval) {
                    notice(activity, school);
                }
            }
            incoming.forEach(this::noticeHearing);
            if (ActivityTypes.INVOKE.equals(activity.getType())) {
                InvokeResponse response = !incoming.isEmpty() && incoming.getFirst() instanceof Incoming.Press press
                        ? pressed(press)
                        : new InvokeResponse(HttpURLConnection.HTTP_NOT_IMPLEMENTED, null);
                Activity answer = new Activity(ActivityTypes.INVOKE_RESPONSE);
                answer.setValue(response);
                turn.getTurnState().add(BotFrameworkAdapter.INVOKE_RESPONSE_KEY, answer);
            } else {
                incoming.forEach(intake::accept);
            }
            if (isRemoval) {
                for (SchoolCode school : those) {
                    forget(activity, school);
                }
            }
            return CompletableFuture.completedFuture(null);
        } catch (RefusedException | RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** Remembers how this chat is reached, before anything that will have to be sent there is accepted. */
    private void notice(Activity activity, SchoolCode school) throws RefusedException {
        String conversation = ActivityTranslator.withoutThread(ActivityTranslator.conversationId(activity));
        String bot = activity.getRecipient() == null
                ? ""
                : Objects.requireNonNullElse(activity.getRecipient().getId(), "");
        if (activity.getFrom() != null && activity.getFrom().getId() != null) {
            memory.rememberTeamsId(
                    school,
                    ActivityTranslator.author(activity).value(),
                    activity.getFrom().getId());
        }
        Memory.Place place = new Memory.Place(conversation, activity.getServiceUrl(), bot);
        if (Membership.isAddition(activity)) {
            memory.expectNewsOf(
                    school,
                    conversation,
                    activity.getFrom() == null
                            ? ""
                            : ActivityTranslator.author(activity).value());
        }
        if (!ActivityTranslator.isPersonal(activity)) {
            memory.rememberGroup(school, place);
            ActivityTranslator.teamOf(activity).ifPresent(team -> memory.rememberTeam(school, team));
        } else if (activity.getFrom() != null) {
            memory.rememberChat(school, ActivityTranslator.author(activity).value(), place);
        }
    }

    /** Once the removal is in the intake: Teams sends again what was not, and then only this tells whose it is. */
    private void forget(Activity activity, SchoolCode school) throws RefusedException {
        if (!ActivityTranslator.isPersonal(activity)) {
            memory.forgetGroup(school, ActivityTranslator.withoutThread(ActivityTranslator.conversationId(activity)));
        } else if (activity.getFrom() != null) {
            memory.forgetChat(school, ActivityTranslator.author(activity).value());
        }
    }

    /** What comes from a group without a mention shows that somebody has consented to it. */
    private void noticeHearing(Incoming incoming) {
        if (incoming instanceof Incoming.Message message
                && !message.mentionsBot()
                && message.conversation() instanceof Conversation.GroupChat group) {
            memory.rememberHeard(message.school(), ActivityTranslator.withoutThread(group.address()));
        }
    }

    private InvokeResponse pressed(Incoming.Press press) {
        String subject = press.action().substring(press.action().indexOf(':') + 1);
        if (press.action().startsWith("answer-")) {
            intake.accept(press);
            return shown(PressAnswers.noted(wording.say(Phrase.ANSWER_OPINION_NOTED)));
        }
        Map<String, Object> noted = PressAnswers.noted(wording.say(Phrase.TEAMS_PRESS_NOTED));
        return shown(
                presses.answerTo(press.by().value(), subject, () -> intake.accept(press) != Intake.Receipt.DUPLICATE)
                        .orElse(noted));
    }

    private static InvokeResponse shown(Map<String, Object> answer) {
        return new InvokeResponse(HttpURLConnection.HTTP_OK, answer);
    }
}
