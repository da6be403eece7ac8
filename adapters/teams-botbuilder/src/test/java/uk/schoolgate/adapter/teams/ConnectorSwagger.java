package uk.schoolgate.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The official description of the Bot Connector, where it is beside the checkout. */
final class ConnectorSwagger {
    static final Path FILE = Path.of("../../../shared/specs/botframework-channel.json");

    /** Objects of any form in the description, which the validator takes for empty ones; and the preview, which it lacks. */
    private static final Pattern FREE =
            Pattern.compile("^\\[Path '/(attachments/\\d+/content|channelData)'] Object instance has"
                    + " properties|^\\[Path '/recipient'] Object instance has properties .*\\[\"isTargeted\"]$");

    /** For a test that is about the description alone, so that it is reported as skipped where that is not here. */
    static final String IS_HERE = "uk.schoolgate.adapter.teams.ConnectorSwagger#isHere";

    static final String NOT_HERE = "the Connector's official description (../shared/specs) is not here";

    private ConnectorSwagger() {}

    static boolean isHere() {
        return Files.exists(FILE);
    }

    /** Read once, and only where somebody asks. */
    private static final class Loaded {
        static final OpenApiInteractionValidator VALIDATOR = load();

        private static OpenApiInteractionValidator load() {
            try {
                return OpenApiInteractionValidator.createForInlineApiSpecification(Files.readString(FILE))
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Holds calls against the description, where that is here. */
    static void requireFits(List<LoggedRequest> calls) {
        if (isHere()) {
            assertThat(calls.stream().flatMap(call -> complaints(call).stream()))
                    .isEmpty();
        }
    }

    /** What is wrong with a call by the description. */
    private static List<String> complaints(LoggedRequest call) {
        URI url = URI.create(call.getUrl().replace(";", "%3B"));
        SimpleRequest.Builder request = new SimpleRequest.Builder(
                Request.Method.valueOf(call.getMethod().getName().toUpperCase(Locale.ROOT)),
                url.getRawPath().replaceFirst("^/connector", ""));
        if (call.getMethod().getName().equals("GET")) {
            call.getQueryParams().forEach((name, parameter) -> request.withQueryParam(name, parameter.values()));
        }
        String type = call.getHeader("Content-Type");
        if (type != null) {
            request.withContentType("application/json").withBody(call.getBodyAsString());
        }
        return Loaded.VALIDATOR.validateRequest(request.build()).getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .filter(message -> !FREE.matcher(message.getMessage()).find())
                .map(message -> call.getMethod() + " " + url.getPath() + ": " + message.getMessage())
                .toList();
    }
}
