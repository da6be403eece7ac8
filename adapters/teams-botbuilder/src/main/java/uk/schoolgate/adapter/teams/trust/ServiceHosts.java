package uk.schoolgate.adapter.teams.trust;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The hosts that the bot's token may be sent to. Bot Builder sends it to whatever an activity names. */
public final class ServiceHosts {
    private static final Set<String> TEAMS = Set.of("smba.trafficmanager.net");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> further;

    /** @param further hosts beside Teams' own, each {@code host} or {@code host:port} */
    public ServiceHosts(Set<String> further) {
        this.further = further.stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a serviceUrl is on a host that the bot may talk to, and safely. */
    public boolean allow(String serviceUrl) {
        try {
            URI url = new URI(serviceUrl);
            if (url.getHost() == null
                    || url.getUserInfo() != null
                    || url.getQuery() != null
                    || url.getFragment() != null) {
                return false;
            }
            String host = url.getHost().toLowerCase(Locale.ROOT);
            boolean listed = further.contains(host) || further.contains(host + ":" + url.getPort());
            return "https".equals(url.getScheme())
                    ? listed || (TEAMS.contains(host) && url.getPort() == -1)
                    : "http".equals(url.getScheme()) && listed && LOOPBACK.contains(host);
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
