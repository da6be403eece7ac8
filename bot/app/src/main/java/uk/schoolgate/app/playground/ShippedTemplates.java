package uk.schoolgate.app.playground;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import uk.schoolgate.adapter.whatsapp.simulator.ApprovedTemplate;

/** The templates that a school submits to WhatsApp, as if they were approved. */
public final class ShippedTemplates {
    private static final String FILE = "/schoolgate/whatsapp/templates.yaml";

    private ShippedTemplates() {}

    public static List<ApprovedTemplate> read() {
        try (InputStream in = ShippedTemplates.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("not in the jar: " + FILE);
            }
            Map<String, Map<String, String>> templates = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return templates.entrySet().stream()
                    .map(template -> new ApprovedTemplate(
                            template.getKey(),
                            template.getValue().getOrDefault("body", ""),
                            template.getValue().getOrDefault("button", ""),
                            template.getValue().getOrDefault("id", "")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
