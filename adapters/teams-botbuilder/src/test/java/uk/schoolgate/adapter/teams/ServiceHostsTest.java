package uk.schoolgate.adapter.teams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.schoolgate.adapter.teams.trust.ServiceHosts;

/** Where the bot's token may go. */
class ServiceHostsTest {
    private final ServiceHosts hosts = new ServiceHosts(Set.of("localhost:3978", " Gateway.example ", "127.0.0.1"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://smba.trafficmanager.net/uk/",
                "https://smba.trafficmanager.net/teams",
                "https://SMBA.TrafficManager.net/uk/7e57c0de-0000-4000-8000-000000000001/",
                "https://gateway.example/connector",
                "http://localhost:3978/connector",
                "http://127.0.0.1:9999/"
            })
    void listedHostsGetIt(String serviceUrl) {
        assertThat(hosts.allow(serviceUrl)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://smba.trafficmanager.net.evil.example/uk/",
                "https://evil.example/smba.trafficmanager.net/",
                "https://evil-smba.trafficmanager.net/",
                "https://evil.smba.trafficmanager.net/",
                "https://trafficmanager.net/",
                "https://smba.trafficmanager.net./",
                "https://smba.trafficmanager.net@evil.example/",
                "https://user@smba.trafficmanager.net/",
                "https://user:password@smba.trafficmanager.net/",
                "https://smba.trafficmanager.net:8443/",
                "https://smba.trafficmanager.net:443/",
                "https://smba.trafficmanager.net/?to=evil.example",
                "https://smba.trafficmanager.net/#evil.example",
                "https://evil.example\\@smba.trafficmanager.net/",
                "http://smba.trafficmanager.net/",
                "ftp://smba.trafficmanager.net/",
                "//smba.trafficmanager.net/",
                "smba.trafficmanager.net",
                "https:smba.trafficmanager.net",
                "",
                " ",
                "http://localhost:3979/",
                "http://localhost/",
                "http://gateway.example/",
                "file:///etc/passwd"
            })
    void nobodyElseDoes(String serviceUrl) {
        assertThat(hosts.allow(serviceUrl)).isFalse();
    }
}
