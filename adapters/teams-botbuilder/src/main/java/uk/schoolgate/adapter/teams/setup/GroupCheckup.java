package uk.schoolgate.adapter.teams.setup;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import uk.schoolgate.adapter.teams.ServedSchools.Served;
import uk.schoolgate.adapter.teams.connector.Connector;
import uk.schoolgate.adapter.teams.connector.ConnectorException;
import uk.schoolgate.adapter.teams.connector.Member;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.Platform;

/** Whether the bot is in a school's Teams groups, and whom it finds there. */
final class GroupCheckup {
    private final Connector connector;
    private final String serviceUrl;
    private final String tenant;
    private final Consent consent;
    private final Findings findings;

    GroupCheckup(Connector connector, String serviceUrl, String tenant, Consent consent, Findings findings) {
        this.connector = connector;
        this.serviceUrl = serviceUrl;
        this.tenant = tenant;
        this.consent = consent;
        this.findings = findings;
    }

    /** Looks at every Teams group of a school. */
    void examine(Served served) {
        List<Group> groups = served.school().groups().stream()
                .filter(group -> group.platform() == Platform.TEAMS)
                .toList();
        if (groups.isEmpty()) {
            findings.mend(served.school().code()
                    + ": school.yaml lists no group with channel: teams, so that no group has reviewers");
        }
        for (Group group : groups) {
            try {
                List<Member> members = connector.members(serviceUrl, group.address());
                findings.good("“" + group.name() + "”: the app is installed, " + members.size() + " members");
                long outside = members.stream()
                        .filter(member -> !member.isBot() && member.isOutside(tenant))
                        .count();
                if (outside > 0) {
                    findings.good("“" + group.name() + "” has " + outside
                            + " who are guests, or of whom Teams does not say that they are of this tenant: staff-only"
                            + " policies are not quoted there");
                }
                reviewers(served, group, members);
                consent.examine(served.school().code(), group);
            } catch (ConnectorException e) {
                findings.mend("“" + group.name() + "”: " + installed(e));
            }
        }
    }

    private static String installed(ConnectorException e) {
        return switch (e.status()) {
            case 403 -> "the app is not installed there, or blocked: add Schoolgate to the team or chat";
            case 404 -> "there is no such chat for the bot: check the address in school.yaml, and add Schoolgate there";
            case 401 ->
                "the Connector does not take the bot's token: check that the Azure Bot is single-tenant, uses"
                        + " TEAMS_APP_ID, and has the Teams channel";
            default -> "Teams does not say who is in it (" + e.getMessage() + "): try again";
        };
    }

    private void reviewers(Served served, Group group, List<Member> members) {
        List<String> emails =
                members.stream().flatMap(member -> member.emails().stream()).toList();
        served.school()
                .everybodyAskedAbout(Optional.of(group))
                .filter(person -> !person.isPhone())
                .forEach(person -> {
                    boolean present = served.roll()
                            .staffMember(person)
                            .flatMap(StaffMember::email)
                            .filter(email -> emails.contains(email.toLowerCase(Locale.ROOT)))
                            .isPresent();
                    if (!present) {
                        findings.mend(person.value() + " decides on “" + group.name()
                                + "” and is not in it: install the app for them (setup"
                                + " policy), or they are told by e-mail alone until they write to the bot");
                    }
                });
    }
}
