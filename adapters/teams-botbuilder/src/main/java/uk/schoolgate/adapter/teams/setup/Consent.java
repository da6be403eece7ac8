package uk.schoolgate.adapter.teams.setup;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import uk.schoolgate.adapter.teams.Hearing;
import uk.schoolgate.adapter.teams.connector.BotToken;
import uk.schoolgate.core.message.Notebook;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.SchoolCode;

/**
 * Whether the bot may read what does not mention it. No app may look a team's or chat's consent up; it shows in what it
 * allows: that such a message has come in, or that one of a chat may be fetched.
 */
final class Consent {
    /** For how long what was heard shows that consent is there: it can be taken away, and a term has its holidays. */
    private static final int PROOF_DAYS = 14;

    private static final String ASK_AGAIN = "consent is missing: remove the app from the team and add it again as an"
            + " owner, and allow resource-specific consent in the Teams admin centre";

    private final URI graph;
    private final Supplier<BotToken> token;
    private final Notebook notebook;
    private final Probe probe;
    private final Findings findings;
    private final Clock clock;

    Consent(URI graph, Supplier<BotToken> token, Notebook notebook, Probe probe, Findings findings, Clock clock) {
        this.graph = graph;
        this.token = token;
        this.notebook = notebook;
        this.probe = probe;
        this.findings = findings;
        this.clock = clock;
    }

    void examine(SchoolCode school, Group group) {
        Optional<LocalDate> heard = Hearing.last(notebook, school, group.address());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (heard.isEmpty()) {
            heardNothing(group);
        } else if (heard.get().plusDays(PROOF_DAYS).isBefore(today)) {
            silent(group, "since " + heard.get());
        } else {
            findings.good(
                    "“" + group.name() + "”: messages that do not mention the bot come in, the last on " + heard.get());
        }
    }

    private void heardNothing(Group group) {
        if (group.address().endsWith("@thread.v2")) {
            fetch(group);
        } else {
            silent(group, "yet");
        }
    }

    private void silent(Group group, String when) {
        findings.mend("“" + group.name() + "”: no message that does not mention the bot has come in " + when
                + ": write one there and look again; if it stays so, " + ASK_AGAIN);
    }

    private void fetch(Group group) {
        URI messages = URI.create(
                graph + "/chats/" + URLEncoder.encode(group.address(), StandardCharsets.UTF_8) + "/messages?$top=1");
        try {
            String shown = "Bearer " + token.get().current();
            answered(group, probe.status(messages, request -> request.header("Authorization", shown)));
        } catch (IOException e) {
            findings.mend("“" + group.name() + "”: consent could not be looked at: " + Doctor.remedy(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answered(Group group, int status) {
        String name = "“" + group.name() + "”: ";
        switch (status) {
            case 200 -> findings.good(name + "the bot may read messages that do not mention it");
            case 403 ->
                findings.mend(name + "consent is missing (403): remove the app there and add it again as an owner, and"
                        + " allow resource-specific consent in the Teams admin centre");
            case 404 -> findings.mend(name + "Graph knows no such chat (404): check the address in school.yaml");
            default ->
                findings.mend(name + "consent could not be checked ("
                        + (status == 0 ? "no answer" : "Graph answered " + status) + "): try again");
        }
    }
}
