package uk.schoolgate.adapter.teams;

import com.microsoft.bot.builder.BotCallbackHandler;
import com.microsoft.bot.builder.TurnContext;
import com.microsoft.bot.connector.ConnectorClient;
import com.microsoft.bot.connector.authentication.AppCredentials;
import com.microsoft.bot.connector.authentication.ClaimsIdentity;
import com.microsoft.bot.connector.authentication.SimpleCredentialProvider;
import com.microsoft.bot.integration.BotFrameworkHttpAdapter;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import uk.schoolgate.adapter.teams.cards.CardWriter;
import uk.schoolgate.adapter.teams.connector.BotToken;
import uk.schoolgate.adapter.teams.connector.Connector;
import uk.schoolgate.adapter.teams.connector.ConnectorException;
import uk.schoolgate.adapter.teams.connector.Pace;
import uk.schoolgate.adapter.teams.incoming.ActivityReader;
import uk.schoolgate.adapter.teams.incoming.ActivityTranslator;
import uk.schoolgate.adapter.teams.trust.ServiceHosts;
import uk.schoolgate.adapter.teams.trust.TokenGate;
import uk.schoolgate.core.message.Channel;
import uk.schoolgate.core.message.Directory;
import uk.schoolgate.core.message.Intake;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.wording.Wording;

/** Schoolgate in Teams: the door in, the channel out, and the directory. */
public final class TeamsBot {
    private static final long PRESS_WAITS_MILLIS = 3_000;

    private final TokenGate gate;
    private final TeamsDoor door;
    private final TeamsChannel channel;
    private final TeamsDirectory directory;

    /**
     * Loads what Bot Builder needs on the thread that starts the bot; see {@link ActivityReader}.
     *
     * @param schools whom it works for
     * @param intake where what comes in goes
     * @param notebook where it keeps how chats are reached
     */
    public TeamsBot(
            TeamsSettings settings,
            ServedSchools schools,
            Intake intake,
            Notebook notebook,
            Wording wording,
            Clock clock) {
        ActivityReader reader = new ActivityReader();
        ServiceHosts hosts = new ServiceHosts(settings.serviceHosts());
        BotToken token = new BotToken(
                settings.appId(),
                settings.appPassword(),
                settings.tenantId(),
                BotToken.SCOPE,
                settings.tokensIssuedAt(),
                clock);
        Connector connector = new Connector(hosts, token);
        Memory memory = new Memory(notebook, clock);
        People people = new People(schools, memory, connector, settings.tenantId(), clock);
        Pace pace = new Pace(clock);
        Chats chats = new Chats(people, memory, connector, pace, settings.appId(), settings.tenantId());
        PressAnswers presses = new PressAnswers(PRESS_WAITS_MILLIS);
        Onlookers onlookers = new Onlookers(people, settings.tenantId());
        this.directory = new TeamsDirectory(people, memory, onlookers);
        this.channel = new TeamsChannel(
                connector,
                chats,
                memory,
                new CardWriter(wording),
                pace,
                presses,
                new StaffWords(onlookers, chats, wording),
                new Registration(memory, intake, clock),
                settings.targetedMessages());
        SchoolgateBot bot = new SchoolgateBot(
                new SchoolFinder(schools, memory, connector, settings.tenantId()),
                new ActivityTranslator(clock),
                memory,
                intake,
                presses,
                wording);
        this.gate = new TokenGate(settings.appId(), settings.tenantId(), settings.keysPublishedAt(), hosts, clock);
        this.door = new TeamsDoor(gate, reader, new Turns(settings, token, connector), bot);
    }

    /** Fetches what the first activity would otherwise wait for; may take seconds where the network is slow. */
    public void warmUp() {
        gate.warmUp();
    }

    public TeamsDoor door() {
        return door;
    }

    public Channel channel() {
        return channel;
    }

    public Directory directory() {
        return directory;
    }

    /** Bot Builder's adapter with the token of a single-tenant bot, and clients that ask listed hosts, once. */
    private static final class Turns extends BotFrameworkHttpAdapter {
        private final BotToken token;
        private final Connector connector;

        Turns(TeamsSettings settings, BotToken token, Connector connector) {
            super(new SimpleCredentialProvider(settings.appId(), settings.appPassword()), null);
            this.token = token;
            this.connector = connector;
        }

        @Override
        protected CompletableFuture<AppCredentials> buildAppCredentials(String appId, String scope) {
            return CompletableFuture.completedFuture(token);
        }

        @Override
        public CompletableFuture<ConnectorClient> createConnectorClient(
                String serviceUrl, ClaimsIdentity identity, String audience) {
            try {
                return CompletableFuture.completedFuture(connector.client(serviceUrl));
            } catch (ConnectorException e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        /**
         * Straight to the bot. Bot Builder would first make the sender's language that of the whole process, and look
         * through the whole jar for modules of Jackson, anew for each activity.
         */
        @Override
        protected CompletableFuture<Void> runPipeline(TurnContext turn, BotCallbackHandler bot) {
            return bot.invoke(turn);
        }
    }
}
