package uk.schoolgate.adapter.whatsapp.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.ValidationReport;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Twilio's own descriptions of its APIs, where they lie beside the project. */
public final class OfficialApi {
    /** For a test that is about the descriptions alone, so that it is reported as skipped where they are not here. */
    static final String IS_HERE = "uk.schoolgate.adapter.whatsapp.sending.OfficialApi#isHere";

    static final String NOT_HERE = "Twilio's official descriptions (../shared/specs) are not here";

    private static final Path FOLDER = folder();
    private static final Map<String, OpenApiInteractionValidator> VALIDATORS = new ConcurrentHashMap<>();

    private OfficialApi() {}

    private static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        while (here.getParent() != null && !Files.isDirectory(here.resolve("shared/specs"))) {
            here = here.getParent();
        }
        return here.resolve("shared/specs");
    }

    static boolean isHere() {
        return Files.isDirectory(FOLDER);
    }

    /** Fails on a request that Twilio's description does not allow; where that is not here, nothing is held against it. */
    public static void requireFit(List<LoggedRequest> requests) {
        if (!isHere()) {
            return;
        }
        for (LoggedRequest request : requests) {
            if (request.getUrl().startsWith("/v2/Channels/Senders")) {
                // The description of this API is not among those that lie beside the project.
                continue;
            }
            ValidationReport report = validator(request.getUrl()).validateRequest(simple(request));
            assertThat(report.getMessages())
                    .as("%s %s", request.getMethod(), request.getUrl())
                    .isEmpty();
        }
    }

    private static SimpleRequest simple(LoggedRequest request) {
        SimpleRequest.Builder builder = new SimpleRequest.Builder(
                request.getMethod().getName(), request.getUrl().replaceFirst("\\?.*", ""));
        request.getQueryParams().forEach((name, value) -> builder.withQueryParam(name, value.values()));
        String type = request.getHeader("Content-Type");
        if (!request.getBodyAsString().isEmpty()) {
            // The validator takes an empty value for none at all; the description asks for a string, and it is one.
            String body = type.startsWith("application/x-www-form-urlencoded")
                    ? request.getBodyAsString().replaceAll("=(?=&|$)", "=%20")
                    : request.getBodyAsString();
            builder.withContentType(type).withBody(body);
        }
        return builder.withAuthorization(request.getHeader("Authorization")).build();
    }

    private static OpenApiInteractionValidator validator(String url) {
        String file = url.startsWith("/2010-04-01")
                ? "twilio_api_v2010.json"
                : url.startsWith("/v1/Content") ? "twilio_content_v1.json" : "twilio_conversations_v1.json";
        return VALIDATORS.computeIfAbsent(file, name -> {
            try {
                return OpenApiInteractionValidator.createForInlineApiSpecification(
                                Files.readString(FOLDER.resolve(name)))
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
