package uk.schoolgate.adapter.teams;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.bot.builder.InvokeResponse;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.integration.BotFrameworkHttpAdapter;
import com.microsoft.bot.schema.Activity;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.schoolgate.adapter.teams.connector.Wire;
import uk.schoolgate.adapter.teams.incoming.ActivityReader;
import uk.schoolgate.adapter.teams.trust.RefusedException;
import uk.schoolgate.adapter.teams.trust.TokenGate;
import uk.schoolgate.core.message.StoreUnavailableException;

/** The door for what Teams sends, whatever the web server: checks, reads, passes on, and answers. */
public final class TeamsDoor {
    private static final Logger log = LoggerFactory.getLogger(TeamsDoor.class);
    private static final int OK = 200;

    private final TokenGate gate;
    private final ActivityReader reader;
    private final BotFrameworkHttpAdapter adapter;
    private final SchoolgateBot bot;
    private final ObjectMapper mapper = Wire.mapper();

    TeamsDoor(TokenGate gate, ActivityReader reader, BotFrameworkHttpAdapter adapter, SchoolgateBot bot) {
        this.gate = gate;
        this.reader = reader;
        this.adapter = adapter;
        this.bot = bot;
    }

    /**
     * What to answer.
     *
     * @param status HTTP status
     * @param json body; empty for none
     */
    public record Answer(int status, String json) {}

    /**
     * Takes one request to {@code POST /api/messages}. When it answers 200, what follows from the activity survives a crash.
     *
     * @param authorization the header of that name
     * @param body the raw body, which is read only when the token is good, and only as far as an activity may be long
     */
    public Answer receive(@Nullable String authorization, InputStream body) {
        try {
            ClaimsIdentity identity = gate.identify(authorization);
            Activity activity = reader.read(body.readNBytes(ActivityReader.LONGEST + 1));
            gate.requireMatch(identity, activity);
            @Nullable
            InvokeResponse response =
                    adapter.processActivity(identity, activity, bot::onTurn).join();
            return response == null ? new Answer(OK, "") : new Answer(response.getStatus(), json(response.getBody()));
        } catch (RefusedException e) {
            return refused(e);
        } catch (CompletionException e) {
            return failed(e.getCause());
        } catch (IOException e) {
            return refused(new RefusedException(RefusedException.NOT_READABLE, "a body that ended early"));
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    private Answer failed(@Nullable Throwable cause) {
        if (cause instanceof RefusedException refused) {
            return refused(refused);
        }
        if (cause instanceof StoreUnavailableException) {
            return refused(new RefusedException(RefusedException.TRY_AGAIN, "the store cannot be reached"));
        }
        log.error(
                "an activity could not be taken in: {}",
                cause == null ? "?" : cause.getClass().getName());
        return new Answer(RefusedException.TRY_AGAIN, "");
    }

    private static Answer refused(RefusedException e) {
        log.info("refused with {}: {}", e.status(), e.getMessage());
        return new Answer(e.status(), "");
    }

    private String json(@Nullable Object body) {
        try {
            return body == null ? "" : mapper.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that cannot be written", e);
        }
    }
}
