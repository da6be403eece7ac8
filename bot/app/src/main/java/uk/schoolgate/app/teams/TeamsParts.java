package uk.schoolgate.app.teams;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import uk.schoolgate.adapter.teams.ServedSchools.Served;
import uk.schoolgate.adapter.teams.TeamsSettings;
import uk.schoolgate.app.school.SchoolFolder;
import uk.schoolgate.app.settings.Settings;

/** What the adapter wants to know, out of what the app knows. */
public final class TeamsParts {
    private TeamsParts() {}

    public static TeamsSettings settings(Settings.Teams teams) {
        Set<String> hosts = teams.serviceHosts().stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toSet());
        return new TeamsSettings(
                teams.appId(),
                teams.appPassword().value(),
                teams.tenantId(),
                teams.openIdMetadata(),
                teams.tokenUrl(),
                hosts,
                teams.targetedMessages());
    }

    public static List<Served> served(List<SchoolFolder> folders) {
        return folders.stream()
                .map(folder -> new Served(folder.school(), folder.roll()))
                .toList();
    }
}
