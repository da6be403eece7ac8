package uk.schoolgate.adapter.teams.setup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.adapter.teams.ServedSchools.Served;
import uk.schoolgate.adapter.teams.TeamsSettings;
import uk.schoolgate.adapter.teams.connector.BotToken;
import uk.schoolgate.adapter.teams.connector.Connector;
import uk.schoolgate.adapter.teams.connector.ConnectorException;
import uk.schoolgate.adapter.teams.connector.Member;
import uk.schoolgate.adapter.teams.trust.ServiceHosts;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;

/** Looks at everything that has to be right for the bot to work in Teams, and says what to mend. */
public final class Doctor {
    private static final String GRAPH_SCOPE = "https://graph.microsoft.com/.default";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Map<String, String> REMEDIES = Map.of(
            "7000215",
                    "TEAMS_APP_PASSWORD is not the secret's Value: copy the Value (not the Secret ID), or make a new one",
            "7000222", "the client secret has expired: make a new one under Certificates & secrets",
            "700016",
                    "the tenant does not know TEAMS_APP_ID: check both ids, and that the app is registered in this tenant",
            "90002", "there is no tenant TEAMS_TENANT_ID: copy the Directory (tenant) ID from Entra",
            "7000229", "the app has no service principal in this tenant: open it once under Enterprise applications");

    private final TeamsSettings settings;
    private final Optional<URI> publicUrl;
    private final String serviceUrl;
    private final URI graph;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper mapper = new ObjectMapper();
    private final List<Finding> findings = new ArrayList<>();

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
     */
    public Doctor(TeamsSettings settings, Optional<URI> publicUrl, String serviceUrl, URI graph, Clock clock) {
        this.settings = settings;
        this.publicUrl = publicUrl;
        this.serviceUrl = serviceUrl;
        this.graph = graph;
        this.clock = clock;
    }

    /** Looks at everything once. */
    public List<Finding> examine(List<Served> schools) {
        findings.clear();
        endpoint();
        keys();
        if (token()) {
            schools.forEach(this::groups);
        }
        schools.forEach(this::staff);
        return List.copyOf(findings);
    }

    private void good(String text) {
        findings.add(new Finding(true, text));
    }

    private void mend(String text) {
        findings.add(new Finding(false, text));
    }

    private void endpoint() {
        if (publicUrl.isEmpty()) {
            mend("PUBLIC_URL is not set: Microsoft must reach the bot at https://…/api/messages");
            return;
        }
        String base = publicUrl.get().toString().replaceFirst("/$", "");
        String endpoint = base + "/api/messages";
        if (!base.startsWith("https://")) {
            mend("PUBLIC_URL must start with https://, which is all that Azure Bot takes as messaging endpoint");
        }
        int status = status(HttpRequest.newBuilder(URI.create(endpoint))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
        if (status == 401) {
            good(endpoint + " answers, and turns away who shows no token");
        } else {
            mend(endpoint + (status == 0 ? " does not answer" : " answers " + status + " instead of 401")
                    + ": check that serve runs with the Teams settings, and what stands in front of it");
        }
    }

    private void keys() {
        try {
            String where = json(settings.keysPublishedAt()).path("jwks_uri").asText();
            boolean endorsed = false;
            for (JsonNode key : json(URI.create(where)).path("keys")) {
                endorsed |= key.path("endorsements").toString().contains("\"msteams\"");
            }
            if (endorsed) {
                good("the keys that sign what Teams sends can be fetched");
            } else {
                mend("no published key is endorsed for Teams: is TEAMS_OPENID_METADATA left over from a test?");
            }
        } catch (IOException | IllegalArgumentException e) {
            mend("the keys that sign what Teams sends cannot be fetched from "
                    + settings.keysPublishedAt().getHost() + ": let the bot reach it over https");
        }
    }

    private boolean token() {
        try {
            JsonNode claims = claims(tokenFor(BotToken.SCOPE).current());
            String tenant = claims.path("tid").asText(settings.tenantId());
            if (!tenant.equalsIgnoreCase(settings.tenantId())) {
                mend("the bot's token is of another tenant: check TEAMS_TENANT_ID");
                return false;
            }
            good("Microsoft gives the bot a token");
            return true;
        } catch (ConnectException e) {
            mend("the bot's token cannot be fetched from "
                    + settings.tokensIssuedAt().getHost() + ": let the bot reach it over https");
        } catch (IOException e) {
            mend("Microsoft gives the bot no token: " + remedy(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private BotToken tokenFor(String scope) {
        return new BotToken(
                settings.appId(), settings.appPassword(), settings.tenantId(), scope, settings.tokensIssuedAt(), clock);
    }

    private static String remedy(String message) {
        return REMEDIES.entrySet().stream()
                .filter(known -> message.contains("AADSTS" + known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(message + "; check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID");
    }

    private JsonNode claims(String token) throws IOException {
        String[] parts = token.split("\\.", -1);
        return parts.length == 3 ? mapper.readTree(Base64.getUrlDecoder().decode(parts[1])) : mapper.createObjectNode();
    }

    private void groups(Served served) {
        Connector connector = new Connector(new ServiceHosts(settings.serviceHosts()), tokenFor(BotToken.SCOPE));
        List<Group> groups = served.school().groups().stream()
                .filter(group -> group.platform() == Platform.TEAMS)
                .toList();
        if (groups.isEmpty()) {
            mend(served.school().code()
                    + ": school.yaml lists no group with channel: teams, so that no group has reviewers");
        }
        for (Group group : groups) {
            try {
                List<Member> members = connector.members(serviceUrl, group.address());
                good("“" + group.name() + "”: the app is installed, " + members.size() + " members");
                long outside = members.stream()
                        .filter(member -> member.isOutside(settings.tenantId()))
                        .count();
                if (outside > 0) {
                    good("“" + group.name() + "” has " + outside + " guests: staff-only policies are not quoted there");
                }
                reviewers(served, group, members);
                consent(group);
            } catch (ConnectorException e) {
                mend("“" + group.name() + "”: " + installed(e));
            }
        }
    }

    private static String installed(ConnectorException e) {
        return switch (e.status()) {
            case 403 -> "the app is not installed there, or blocked: add Schoolgate to the team or chat";
            case 404 -> "there is no such chat for the bot: check the address in school.yaml, and add Schoolgate there";
            case 401 ->
                "the Connector does not take the bot's token: check that the Azure Bot is single-tenant, uses"
                        + " TEAMS_APP_ID, and has the Teams channel";
            default -> "Teams does not say who is in it (" + e.getMessage() + "): try again";
        };
    }

    private void reviewers(Served served, Group group, List<Member> members) {
        List<String> emails =
                members.stream().flatMap(member -> member.emails().stream()).toList();
        List<PersonId> needed = new ArrayList<>(group.reviewers());
        needed.add(served.school().headteacher());
        needed.add(served.school().safeguardingLead());
        needed.stream().distinct().filter(person -> !person.isPhone()).forEach(person -> {
            boolean present = served.roll()
                    .staffMember(person)
                    .flatMap(StaffMember::email)
                    .filter(email -> emails.contains(email.toLowerCase(Locale.ROOT)))
                    .isPresent();
            if (!present) {
                mend(person.value() + " decides on “" + group.name()
                        + "” and is not in it: install the app for them (setup"
                        + " policy), or they are told by e-mail alone until they write to the bot");
            }
        });
    }

    /** Consent shows in what it allows: reading one message of the chat. */
    private void consent(Group group) {
        if (!group.address().endsWith("@thread.v2")) {
            good("“" + group.name() + "”: whether the team's owner has consented cannot be seen from here; write there"
                    + " without mentioning the bot, and the log of serve says that a message came in");
            return;
        }
        URI messages = URI.create(graph + "/chats/"
                + java.net.URLEncoder.encode(group.address(), StandardCharsets.UTF_8) + "/messages?$top=1");
        try {
            BotToken token = tokenFor(GRAPH_SCOPE);
            int status = status(HttpRequest.newBuilder(messages)
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + token.current())
                    .GET()
                    .build());
            if (status == 200) {
                good("“" + group.name() + "”: the bot may read messages that do not mention it");
            } else {
                mend("“" + group.name() + "”: consent is missing (" + status
                        + "): remove the app there and add it again"
                        + " as an owner, and allow resource-specific consent in the Teams admin centre");
            }
        } catch (IOException e) {
            mend("“" + group.name() + "”: consent could not be looked at: " + remedy(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void staff(Served served) {
        List<StaffMember> staff = served.roll().staff();
        long without = staff.stream().filter(member -> member.email().isEmpty()).count();
        if (staff.isEmpty()) {
            mend(served.school().code() + ": roll/staff.csv is missing, so that nobody in Teams can be recognised");
        } else if (without > 0) {
            mend(served.school().code() + ": " + without + " of " + staff.size()
                    + " in roll/staff.csv have no email, and are not recognised in Teams");
        } else {
            good(served.school().code() + ": everybody in roll/staff.csv has an email to be recognised by");
        }
    }

    private int status(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private JsonNode json(URI uri) throws IOException {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(PATIENCE).GET().build();
            JsonNode read = mapper.readTree(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body());
            return read == null ? mapper.createObjectNode() : read;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
