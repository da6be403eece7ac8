package uk.schoolgate.adapter.teams.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Somebody in a chat, as Teams describes them.
 *
 * @param id Teams' own id, {@code 29:…}
 * @param guid Entra object id; empty where they have none
 * @param emails e-mail address and sign-in name, in lower case, those that are known
 * @param tenant their home tenant; empty where it is not said
 * @param role {@code user}, {@code guest}, {@code anonymous}, {@code bot}…, in lower case; empty where it is not said
 */
public record Member(String id, String guid, List<String> emails, String tenant, String role) {
    private static final Set<String> OUTSIDE = Set.of("guest", "anonymous");

    public Member {
        emails = List.copyOf(emails);
    }

    static Member of(JsonNode json) {
        String guid = text(json, "aadObjectId").isEmpty() ? text(json, "objectId") : text(json, "aadObjectId");
        List<String> emails = Stream.of(text(json, "email"), text(json, "userPrincipalName"))
                .map(email -> email.strip().toLowerCase(Locale.ROOT))
                .filter(email -> !email.isEmpty())
                .distinct()
                .toList();
        return new Member(
                text(json, "id"),
                guid,
                emails,
                text(json, "tenantId"),
                text(json, "userRole").toLowerCase(Locale.ROOT));
    }

    private static String text(JsonNode json, String field) {
        return json.path(field).asText("");
    }

    /** Whether this is a bot and no person. */
    public boolean isBot() {
        return id.startsWith("28:") || role.equals("bot");
    }

    /** Whether they are a guest, nobody in particular, at home in another tenant, or Teams does not say. */
    public boolean isOutside(String ourTenant) {
        return role.isEmpty() || OUTSIDE.contains(role) || isForeign(ourTenant);
    }

    /** Whether another tenant says who they are, or Teams does not say which: their address is what they claim. */
    public boolean isForeign(String ourTenant) {
        return !tenant.equalsIgnoreCase(ourTenant);
    }
}
