package uk.schoolgate.adapter.teams.connector;

import java.io.IOException;
import java.util.Map;

/** Entra gives the bot no token for a reason that stays until a person mends how the bot is registered. */
public final class TokenRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    private static final Map<String, String> REMEDIES = Map.of(
            "7000215",
                    "TEAMS_APP_PASSWORD is not the secret's Value: copy the Value (not the Secret ID), or make a new one",
            "7000222", "the client secret has expired: make a new one under Certificates & secrets",
            "700016",
                    "the tenant does not know TEAMS_APP_ID: check both ids, and that the app is registered in this tenant",
            "90002", "there is no tenant TEAMS_TENANT_ID: copy the Directory (tenant) ID from Entra",
            "7000229", "the app has no service principal in this tenant: open it once under Enterprise applications");

    private final String remedy;

    /**
     * @param status the HTTP status of the refusal
     * @param error OAuth's word for it, such as {@code invalid_client}
     * @param number Entra's own, such as {@code 7000222}; empty where it gives none
     */
    TokenRefusedException(int status, String error, String number) {
        super("no token: status " + status + " " + error + (number.isEmpty() ? "" : " AADSTS" + number));
        this.remedy = REMEDIES.getOrDefault(
                number, getMessage() + "; check TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID");
    }

    /** What a person has to do, without anything secret. */
    public String remedy() {
        return remedy;
    }
}
