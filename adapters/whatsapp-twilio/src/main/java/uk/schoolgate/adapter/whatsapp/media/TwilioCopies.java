package uk.schoolgate.adapter.whatsapp.media;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.adapter.whatsapp.TwilioAccount;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Answer;
import uk.schoolgate.adapter.whatsapp.sending.TwilioApi.Host;
import uk.schoolgate.core.message.Conversation.GroupChat;
import uk.schoolgate.core.message.EventId;
import uk.schoolgate.core.message.Incoming;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.message.SendResult;
import uk.schoolgate.core.message.SourceCopies;
import uk.schoolgate.core.school.Platform;

/**
 * Twilio's copies of what people write: words to the private line are redacted there, attachments and what was said in
 * hosted groups deleted. The phones keep what they have.
 */
public final class TwilioCopies implements SourceCopies {
    private static final String PREFIX = "twilio:";

    /** So that nothing is deleted that Twilio has yet to pass on to the other members of a group. */
    private static final Duration PASSED_ON = Duration.ofMinutes(15);

    private final TwilioAccount account;
    private final TwilioApi api;
    private final Clock clock;

    /** The copies of that account, or none where its settings leave them alone. */
    public static SourceCopies of(TwilioAccount account, TwilioApi api, Clock clock) {
        return account.eraseCopies() ? new TwilioCopies(account, api, clock) : SourceCopies.LEFT_ALONE;
    }

    private TwilioCopies(TwilioAccount account, TwilioApi api, Clock clock) {
        this.account = account;
        this.api = api;
        this.clock = clock;
    }

    @Override
    public List<String> of(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Message it
            when it.conversation() instanceof GroupChat(Platform platform, String group) -> ofPost(group, it.id());
            case Incoming.Message message -> of(message.id(), message.media());
            case Incoming.Forwarded forwarded -> of(forwarded.id(), forwarded.media());
            case Incoming.OptedOut optedOut -> ofPost(optedOut.conversation().address(), optedOut.id());
            case Incoming.Press press -> of(press.id(), List.of());
            case Incoming.DealtWith dealtWith ->
                dealtWith
                        .group()
                        .map(group -> ofPost(group.address(), dealtWith.id()))
                        .orElseGet(() -> of(dealtWith.id(), dealtWith.media()));
            default -> List.of();
        };
    }

    private static List<String> ofPost(String group, EventId id) {
        return named("Conversations/" + group + "/Messages/" + sid(id));
    }

    private List<String> of(EventId id, List<Media> media) {
        List<String> copies = new ArrayList<>(named("Messages/" + sid(id)));
        media.forEach(one -> copies.addAll(of(one)));
        return copies;
    }

    private static String sid(EventId id) {
        return id.value().startsWith(PREFIX) ? id.value().substring(PREFIX.length()) : "";
    }

    @Override
    public List<String> of(Media media) {
        return TwilioResource.at(media.reference(), account)
                .map(attachment -> List.of(attachment.name()))
                .orElseGet(() -> named(media.reference()));
    }

    private static List<String> named(String name) {
        return TwilioResource.named(name).map(it -> List.of(it.name())).orElse(List.of());
    }

    @Override
    public SendResult erase(String copy, Instant since) {
        Optional<TwilioResource> resource = TwilioResource.named(copy);
        if (resource.isEmpty()) {
            return new SendResult.Unreachable("no copy of Twilio's has that name");
        }
        return switch (resource.get()) {
            case TwilioResource.Words words ->
                result(api.post(Host.API, api.ofAccount("/" + words.name() + ".json"), Map.of("Body", "")));
            case TwilioResource.Attachment attachment ->
                result(api.delete(Host.API, api.ofAccount("/" + attachment.name() + ".json")));
            case TwilioResource.Post post -> erase(post, since);
        };
    }

    private SendResult erase(TwilioResource.Post post, Instant since) {
        Duration left = Duration.between(clock.instant(), since.plus(PASSED_ON));
        return left.isPositive()
                ? new SendResult.NotTried("Twilio may still be passing it on", left)
                : result(api.delete(Host.CONVERSATIONS, "/v1/" + post.name()));
    }

    /** Whatever else it answers may be mended: a new token, a message that is still on its way. */
    private static SendResult result(Answer answer) {
        return answer.ok() || answer.status() == 404
                ? new SendResult.Sent(answer.describe())
                : new SendResult.TryLater(answer.describe(), answer.retryAfter());
    }
}
