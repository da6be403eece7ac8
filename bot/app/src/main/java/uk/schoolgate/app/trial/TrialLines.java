package uk.schoolgate.app.trial;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Finding;
import uk.schoolgate.core.screening.Response;

/** The flagged messages as JSON Lines, grouped by week and then by the kind that weighs most. */
final class TrialLines {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final List<Flagged> flagged;
    private final Masking masking;

    TrialLines(List<Flagged> flagged, Masking masking) {
        this.flagged = flagged;
        this.masking = masking;
    }

    void write(Writer out) throws IOException {
        for (Flagged message : flagged) {
            out.write(MAPPER.writeValueAsString(json(message)));
            out.write('\n');
        }
    }

    private ObjectNode json(Flagged message) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("week", message.week().toString());
        put(message.category(), json);
        json.put("response", message.screening().response().name());
        json.put("number", message.number());
        json.put("at", message.at().toString());
        json.put("author", masking.author(message.author()));
        json.put("text", masking.text(message));
        ArrayNode findings = json.putArray("findings");
        for (Finding finding : message.screening().findings()) {
            if (finding.category().response() != Response.NONE) {
                ObjectNode one = findings.addObject();
                put(finding.category(), one);
                one.put("score", Math.round(finding.score() * 1000) / 1000.0);
                one.put("why", finding.why());
            }
        }
        return json;
    }

    private static void put(Category category, ObjectNode json) {
        json.put("kind", category.kind().name());
        category.degree().ifPresent(degree -> json.put("degree", degree.name()));
    }
}
