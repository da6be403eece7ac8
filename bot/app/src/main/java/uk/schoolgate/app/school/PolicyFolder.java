package uk.schoolgate.app.school;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uk.schoolgate.core.policy.Audience;
import uk.schoolgate.core.policy.PolicyDocument;
import uk.schoolgate.core.policy.PolicyReader;
import uk.schoolgate.core.policy.UnreadablePolicyException;

/** Reads {@code policies/}: what lies in {@code everyone} or directly in it is for everyone, {@code staff} is for staff. */
public final class PolicyFolder {
    private final Path school;
    private final PolicyReader reader;
    private final Problems problems = new Problems();
    private final List<PolicyDocument> documents = new ArrayList<>();
    private final Map<String, String> places = new HashMap<>();

    private PolicyFolder(Path school, PolicyReader reader) {
        this.school = school;
        this.reader = reader;
    }

    /**
     * The policies of a school.
     *
     * @param documents what can be quoted
     * @param problems what a person should know; never an error, as the rest of the school works without them
     */
    public record Policies(List<PolicyDocument> documents, List<Problem> problems) {
        public Policies {
            documents = List.copyOf(documents);
            problems = List.copyOf(problems);
        }
    }

    /** Reads all policies of a school that is served. */
    public static Policies read(Path school, PolicyReader reader) {
        return new PolicyFolder(school, reader).read(false);
    }

    /** Reads the policies of a folder that somebody tries out; they may lie directly in it. */
    public static Policies tryOut(Path school, PolicyReader reader) {
        return new PolicyFolder(school, reader).read(true);
    }

    private Policies read(boolean loose) {
        Path policies = school.resolve("policies");
        if (Files.isDirectory(policies)) {
            subfolders(policies);
            files(policies, Audience.EVERYONE);
            files(policies.resolve("everyone"), Audience.EVERYONE);
            files(policies.resolve("staff"), Audience.STAFF);
        } else if (loose) {
            files(school, Audience.EVERYONE);
        }
        if (documents.isEmpty()) {
            problems.add(Problem.warning("policies", "holds no policy that can be read: questions cannot be answered"));
        }
        return new Policies(documents, problems.list());
    }

    /** A folder that we don't know could be meant for anybody; quoting from it to parents might be a leak. */
    private void subfolders(Path policies) {
        for (Path entry : entries(policies)) {
            String name = String.valueOf(entry.getFileName());
            if (Files.isDirectory(entry) && !name.equals("everyone") && !name.equals("staff")) {
                problems.add(Problem.warning(
                        "policies/" + name, "is not read: put its files into policies/everyone or policies/staff"));
            }
        }
    }

    private void files(Path folder, Audience audience) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        for (Path file : entries(folder)) {
            String name = String.valueOf(file.getFileName());
            boolean hidden = name.startsWith(".") || name.startsWith("~$");
            if (Files.isRegularFile(file) && !hidden && !isOfTheFolder(name)) {
                document(file, name, audience);
            }
        }
    }

    /** What else lies in a school's or a policies folder. */
    private static boolean isOfTheFolder(String name) {
        return name.equals(SchoolYamlReader.FILE) || name.equals("answers.yaml");
    }

    private void document(Path file, String name, Audience audience) {
        String place = place(file);
        if (!reader.reads(name)) {
            problems.add(Problem.warning(place, "is not read: use PDF, DOCX, DOC, HTML, Markdown or text"));
            return;
        }
        String other = places.putIfAbsent(name, place);
        if (other != null) {
            problems.add(
                    Problem.warning(place, "is not read, as it has the name of " + other + ": rename one of them"));
            return;
        }
        try {
            documents.add(reader.read(file, audience));
        } catch (UnreadablePolicyException e) {
            problems.add(Problem.warning(place, "cannot be quoted: " + e.getMessage()));
        }
    }

    private String place(Path file) {
        return school.relativize(file).toString().replace('\\', '/');
    }

    private static List<Path> entries(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(Comparator.comparing(Path::toString)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
