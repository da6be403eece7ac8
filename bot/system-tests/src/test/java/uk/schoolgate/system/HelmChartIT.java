package uk.schoolgate.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The chart, linted and rendered without a cluster. */
class HelmChartIT {
    private final Helm helm =
            new Helm(Path.of(System.getProperty("schoolgate.chart", "")).normalize());

    @Test
    void itPassesAStrictLint() {
        LintResult result = helm.lint().strict().call();
        assertThat(result.getMessages())
                .noneMatch(message -> message.contains("[ERROR]") || message.contains("[WARNING]"));
        assertThat(result.isFailed()).isFalse();
    }

    private TemplateCommand template() {
        return helm.template().withKubeVersion("1.31.0");
    }

    private Map<String, Map<String, Object>> render() {
        String rendered = template()
                .withName("sg")
                .set("existingSecret", "sg-secrets")
                .set("replicas", 2)
                .set("settings.MAIL_FROM", "bot@school.example")
                .set("school.volume.persistentVolumeClaim.claimName", "school-folder")
                .set("ingress.enabled", true)
                .set("ingress.host", "bot.school.example")
                .call();
        Map<String, Map<String, Object>> byKind = new HashMap<>();
        for (Object document : new Yaml().loadAll(rendered)) {
            Map<String, Object> resource = map(document);
            byKind.put(String.valueOf(resource.get("kind")), resource);
        }
        return byKind;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object yaml) {
        return (Map<String, Object>) yaml;
    }

    private static Object at(@Nullable Object yaml, Object... path) {
        Object found = Objects.requireNonNull(yaml);
        for (Object step : path) {
            Object next = step instanceof Integer index
                    ? ((List<?>) found).get(index)
                    : map(found).get(step);
            found = Objects.requireNonNull(next, () -> "nothing at " + step);
        }
        return found;
    }

    @Test
    void itInstallsADeploymentAServiceAndAnIngress() {
        Map<String, Map<String, Object>> rendered = render();
        assertThat(rendered).containsOnlyKeys("Deployment", "Service", "Ingress");
        Object pod = at(rendered.get("Deployment"), "spec", "template", "spec");
        Object container = at(pod, "containers", 0);
        assertThat(at(rendered.get("Deployment"), "spec", "replicas")).isEqualTo(2);
        assertThat(at(pod, "securityContext", "runAsNonRoot")).isEqualTo(true);
        assertThat(at(pod, "enableServiceLinks")).isEqualTo(false);
        assertThat(at(container, "securityContext", "readOnlyRootFilesystem")).isEqualTo(true);
        assertThat(at(container, "envFrom", 0, "secretRef", "name")).isEqualTo("sg-secrets");
        assertThat(at(container, "readinessProbe", "httpGet", "path")).isEqualTo("/actuator/health/readiness");
        assertThat(at(container, "livenessProbe", "httpGet", "path")).isEqualTo("/actuator/health/liveness");
        assertThat(at(container, "env").toString())
                .contains("SCHOOLGATE_SCHOOL", "MAIL_FROM", "bot@school.example")
                .doesNotContain("REDIS_URL");
        assertThat(at(pod, "volumes").toString()).contains("school-folder");
        assertThat(at(rendered.get("Ingress"), "spec", "rules", 0, "http", "paths")
                        .toString())
                .contains("/webhooks/twilio", "/api/messages")
                .doesNotContain("actuator");
    }

    @Test
    void withoutASecretItSaysWhatIsMissing() {
        assertThatThrownBy(() -> template().withName("sg").call()).hasMessageContaining("existingSecret is required");
    }

    @Test
    void aMisspeltValueIsRefused() {
        assertThatThrownBy(() -> template()
                        .withName("sg")
                        .set("existingSecret", "x")
                        .set("replcas", 3)
                        .call())
                .hasMessageContaining("replcas");
    }
}
