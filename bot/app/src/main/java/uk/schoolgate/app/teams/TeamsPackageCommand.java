package uk.schoolgate.app.teams;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uk.schoolgate.adapter.teams.setup.AppPackage;
import uk.schoolgate.app.command.CommandFailedException;
import uk.schoolgate.app.command.SchoolOption;
import uk.schoolgate.app.school.PhoneNumberParser;
import uk.schoolgate.core.wording.Tongue;
import uk.schoolgate.core.wording.Wording;

/** {@code teams package}: writes the zip that the administrator uploads. */
@Command(
        name = "package",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the Teams app package of a school.",
            "Upload it in the Teams admin centre under Teams apps, Manage apps."
        })
final class TeamsPackageCommand implements Callable<Integer> {
    private static final int LONGEST_DEVELOPER = 32;

    @Mixin
    private final SchoolOption school = new SchoolOption();

    @Option(names = "--out", paramLabel = "ZIP", defaultValue = "schoolgate-teams.zip", description = "where to")
    private Path out = Path.of("schoolgate-teams.zip");

    @Option(
            names = "--app-id",
            paramLabel = "GUID",
            defaultValue = "${env:TEAMS_APP_ID}",
            description = "Application (client) ID of the Entra app; TEAMS_APP_ID where it is not given")
    private @Nullable String appId;

    @Option(
            names = "--website",
            paramLabel = "URL",
            required = true,
            description = "a page of the school about the bot, https")
    private URI website = URI.create("");

    @Option(names = "--privacy", paramLabel = "URL", description = "the privacy notice; the website where not given")
    private @Nullable URI privacy;

    @Option(names = "--terms", paramLabel = "URL", description = "the terms of use; the website where not given")
    private @Nullable URI terms;

    @Option(
            names = "--app-version",
            paramLabel = "N.N.N",
            defaultValue = "1.0.0",
            description = "higher at every upload")
    private String version = "1.0.0";

    @Option(names = "--targeted-messages", description = "ask for the preview of messages that one member alone sees")
    private boolean targetedMessages;

    @Override
    public Integer call() {
        String name = school.read(new PhoneNumberParser()).school().name();
        if (appId == null || appId.isBlank()) {
            throw new CommandFailedException("name the Entra app with --app-id, or set TEAMS_APP_ID");
        }
        try {
            AppPackage.Details details = new AppPackage.Details(
                    appId.strip(),
                    version,
                    name.substring(0, Math.min(name.length(), LONGEST_DEVELOPER))
                            .strip(),
                    website,
                    Optional.ofNullable(privacy).orElse(website),
                    Optional.ofNullable(terms).orElse(website),
                    targetedMessages);
            write(new AppPackage(details, Wording.english(), otherLanguages()));
        } catch (IllegalArgumentException e) {
            throw new CommandFailedException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailedException(out + " cannot be written: name another place with --out");
        }
        System.out.println(out + " is ready: upload it in the Teams admin centre under Teams apps, Manage apps");
        return 0;
    }

    /** By Teams' tag of each: a language alone stands for all its countries. */
    private static Map<String, Wording> otherLanguages() {
        return Arrays.stream(Tongue.values())
                .filter(tongue -> tongue != Tongue.ENGLISH)
                .collect(Collectors.toMap(Tongue::code, Wording::in));
    }

    /** Whole or not at all: a half-written zip would be uploaded by somebody. */
    private void write(AppPackage app) throws IOException {
        Path folder = Optional.ofNullable(out.toAbsolutePath().getParent()).orElse(Path.of("."));
        Path temporary = Files.createTempFile(folder, "teams", ".zip");
        try {
            try (OutputStream stream = Files.newOutputStream(temporary)) {
                app.writeTo(stream);
            }
            Files.move(temporary, out, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
