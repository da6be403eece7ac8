package uk.schoolgate.adapter.teams.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import uk.schoolgate.adapter.teams.ServedSchools.Served;
import uk.schoolgate.adapter.teams.TeamsSettings;
import uk.schoolgate.adapter.teams.connector.BotToken;
import uk.schoolgate.adapter.teams.connector.Connector;
import uk.schoolgate.adapter.teams.connector.TokenRefusedException;
import uk.schoolgate.adapter.teams.trust.ServiceHosts;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.roll.StaffMember;

/** Looks at everything that has to be right for the bot to work in Teams, and says what to mend. */
public final class Doctor {
    private static final String GRAPH_SCOPE = "https://graph.microsoft.com/.default";

    private final TeamsSettings settings;
    private final Optional<URI> publicUrl;
    private final String serviceUrl;
    private final URI graph;
    private final Clock clock;
    private final Notebook notebook;
    private final Probe probe = new Probe();
    private final Findings findings = new Findings();

    /**
     * One thing that was looked at.
     *
     * @param good whether it is as it must be
     * @param text what was seen, and what to do where it is not good
     */
    public record Finding(boolean good, String text) {}

    /**
     * @param publicUrl under which Microsoft reaches the bot
     * @param serviceUrl the Connector to ask about groups
     * @param graph Microsoft Graph, to ask about consent
     * @param notebook what serve has noted; a forgetful one where there is none to look at
     */
    public Doctor(
            TeamsSettings settings,
            Optional<URI> publicUrl,
            String serviceUrl,
            URI graph,
            Notebook notebook,
            Clock clock) {
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.serviceUrl = serviceUrl;
        this.graph = graph;
        this.notebook = notebook;
        this.clock = clock;
    }

    /** Looks at everything once. */
    public List<Finding> examine(List<Served> schools) {
        endpoint();
        keys();
        if (token()) {
            GroupCheckup groups = new GroupCheckup(connector(), serviceUrl, settings.tenantId(), consent(), findings);
            schools.forEach(groups::examine);
        }
        schools.forEach(this::staff);
        return findings.list();
    }

    private void endpoint() {
        if (publicUrl.isEmpty()) {
            findings.mend("PUBLIC_URL is not set: Microsoft must reach the bot at https://…/api/messages");
            return;
        }
        String base = publicUrl.get().toString().replaceFirst("/$", "");
        String endpoint = base + "/api/messages";
        if (!base.startsWith("https://")) {
            findings.mend(
                    "PUBLIC_URL must start with https://, which is all that Azure Bot takes as messaging endpoint");
        }
        int status =
                probe.status(URI.create(endpoint), request -> request.POST(HttpRequest.BodyPublishers.ofString("{}")));
        if (status == 401) {
            findings.good(endpoint + " answers, and turns away who shows no token");
        } else {
            findings.mend(endpoint + (status == 0 ? " does not answer" : " answers " + status + " instead of 401")
                    + ": check that serve runs with the Teams settings, and what stands in front of it");
        }
    }

    private void keys() {
        try {
            String where =
                    probe.json(settings.keysPublishedAt()).path("jwks_uri").asText();
            boolean endorsed = false;
            for (JsonNode key : probe.json(URI.create(where)).path("keys")) {
                endorsed |= key.path("endorsements").toString().contains("\"msteams\"");
            }
            if (endorsed) {
                findings.good("the keys that sign what Teams sends can be fetched");
            } else {
                findings.mend(
                        "no published key is endorsed for Teams: is TEAMS_OPENID_METADATA left over from a test?");
            }
        } catch (IOException | IllegalArgumentException e) {
            findings.mend("the keys that sign what Teams sends cannot be fetched from "
                    + settings.keysPublishedAt().getHost() + ": let the bot reach it over https");
        }
    }

    private boolean token() {
        try {
            JsonNode claims = claims(tokenFor(BotToken.SCOPE).current());
            String tenant = claims.path("tid").asText(settings.tenantId());
            if (!tenant.equalsIgnoreCase(settings.tenantId())) {
                findings.mend("the bot's token is of another tenant: check TEAMS_TENANT_ID");
                return false;
            }
            findings.good("Microsoft gives the bot a token");
            return true;
        } catch (ConnectException e) {
            findings.mend("the bot's token cannot be fetched from "
                    + settings.tokensIssuedAt().getHost() + ": let the bot reach it over https");
        } catch (IOException e) {
            findings.mend("Microsoft gives the bot no token: " + remedy(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private Connector connector() {
        return new Connector(new ServiceHosts(settings.serviceHosts()), tokenFor(BotToken.SCOPE));
    }

    private Consent consent() {
        return new Consent(graph, () -> tokenFor(GRAPH_SCOPE), notebook, probe, findings, clock);
    }

    private BotToken tokenFor(String scope) {
        return new BotToken(
                settings.appId(), settings.appPassword(), settings.tenantId(), scope, settings.tokensIssuedAt(), clock);
    }

    /** What to do where Entra gives no token. */
    static String remedy(IOException e) {
        return e instanceof TokenRefusedException refused
                ? refused.remedy()
                : e.getMessage() + "; try again, and let the bot reach it over https";
    }

    private JsonNode claims(String token) throws IOException {
        String[] parts = token.split("\\.", -1);
        return parts.length == 3 ? probe.parse(Base64.getUrlDecoder().decode(parts[1])) : probe.nothing();
    }

    private void staff(Served served) {
        List<StaffMember> staff = served.roll().staff();
        long without = staff.stream().filter(member -> member.email().isEmpty()).count();
        if (staff.isEmpty()) {
            findings.mend(
                    served.school().code() + ": roll/staff.csv is missing, so that nobody in Teams can be recognised");
        } else if (without > 0) {
            findings.mend(served.school().code() + ": " + without + " of " + staff.size()
                    + " in roll/staff.csv have no email, and are not recognised in Teams");
        } else {
            findings.good(served.school().code() + ": everybody in roll/staff.csv has an email to be recognised by");
        }
    }
}
