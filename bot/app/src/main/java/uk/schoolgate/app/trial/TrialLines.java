package uk.schoolgate.app.trial;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.schoolgate.core.screening.Finding;

/** The flagged messages as JSON Lines. */
final class TrialLines {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TrialLines() {}

    static String of(List<Flagged> flagged, Masking masking) {
        StringBuilder lines = new StringBuilder();
        for (Flagged message : flagged) {
            ObjectNode json = MAPPER.createObjectNode();
            json.put("number", message.number());
            json.put("at", message.at().toString());
            json.put("author", masking.author(message.author()));
            json.put("text", masking.text(message));
            json.put("response", message.screening().response().name());
            ArrayNode findings = json.putArray("findings");
            message.screening().findings().forEach(finding -> add(finding, findings.addObject()));
            lines.append(MAPPER.writeValueAsString(json)).append('\n');
        }
        return lines.toString();
    }

    private static void add(Finding finding, ObjectNode json) {
        json.put("kind", finding.category().kind().name());
        finding.category().degree().ifPresent(degree -> json.put("degree", degree.name()));
        json.put("score", Math.round(finding.score() * 1000) / 1000.0);
        json.put("why", finding.why());
    }
}
