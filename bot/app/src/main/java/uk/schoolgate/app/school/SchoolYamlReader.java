package uk.schoolgate.app.school;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import uk.schoolgate.core.school.Deputies;
import uk.schoolgate.core.school.Group;
import uk.schoolgate.core.school.Mode;
import uk.schoolgate.core.school.Office;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.Platform;
import uk.schoolgate.core.school.Retention;
import uk.schoolgate.core.school.School;
import uk.schoolgate.core.school.SchoolCode;
import uk.schoolgate.core.school.SchoolHours;
import uk.schoolgate.core.school.Term;
import uk.schoolgate.core.screening.Category;
import uk.schoolgate.core.screening.Thresholds;

/** Reads {@code school.yaml}. */
final class SchoolYamlReader {
    static final String FILE = "school.yaml";

    /** Stands for the address of a hosted group that is not made yet; several may wait for theirs. */
    private static final String NO_CONVERSATION_YET = "CH" + "0".repeat(32);

    private static final List<String> KEYS = List.of(
            "code",
            "name",
            "complaints-inbox",
            "office",
            "headteacher",
            "safeguarding-lead",
            "chair-of-governors",
            "term-dates",
            "school-hours",
            "deputies",
            "mode",
            "retention",
            "thresholds",
            "groups");
    /** What is as certain as its name, so that there is nothing to set. */
    private static final Set<Category> CERTAIN =
            EnumSet.of(Category.CHILD_OWN, Category.CONTACT_DETAILS, Category.PHOTO);

    private static final List<String> CATEGORIES = EnumSet.complementOf(EnumSet.copyOf(CERTAIN)).stream()
            .map(Category::name)
            .toList();
    private static final Pattern SHARE = Pattern.compile("0(\\.[0-9]{1,4})?|1(\\.0{1,4})?");
    private static final String TIME = "a time such as \"08:00\"";
    private static final Pattern MINUTES = Pattern.compile("([1-9][0-9]{0,3})m");
    private static final Pattern DAYS = Pattern.compile("([1-9][0-9]{0,3})d");

    private final Problems problems;
    private final PhoneNumberParser phones;
    private Thresholds thresholds = Thresholds.chosen();

    SchoolYamlReader(PhoneNumberParser phones, Problems problems) {
        this.phones = phones;
        this.problems = problems;
    }

    /** The school; empty where something that is required is missing or wrong, which is then among the problems. */
    Optional<School> read(Path path) {
        return root(path).map(node -> new YamlMap(FILE, node, KEYS, problems)).flatMap(this::school);
    }

    /** How sure screening must be, as chosen for all schools but where this one says otherwise. */
    Thresholds thresholds() {
        return thresholds;
    }

    private Optional<MappingNode> root(Path path) {
        int before = problems.list().size();
        Optional<Node> root = YamlFile.root(path, FILE, problems);
        if (root.filter(MappingNode.class::isInstance).isEmpty()
                && problems.list().size() == before) {
            problems.add(Problem.error(FILE, 1, 1, "must have the keys " + KEYS));
        }
        return root.filter(MappingNode.class::isInstance).map(MappingNode.class::cast);
    }

    private Optional<School> school(YamlMap yaml) {
        int before = problems.list().size();
        yaml.required("code");
        Optional<SchoolCode> code = yaml.parsed("code", SchoolYamlReader::code, "two to five capital letters");
        Optional<String> name = yaml.required("name");
        yaml.required("complaints-inbox");
        Optional<String> inbox = yaml.parsed("complaints-inbox", SchoolYamlReader::email, "an e-mail address");
        Optional<PersonId> head = yaml.required("headteacher").map(PersonId::new);
        Optional<PersonId> lead = yaml.required("safeguarding-lead").map(PersonId::new);
        Office office = yaml.map("office", List.of("phone", "email"))
                .map(it ->
                        new Office(it.text("phone"), it.parsed("email", SchoolYamlReader::email, "an e-mail address")))
                .orElse(Office.UNKNOWN);
        Mode mode = yaml.parsed("mode", SchoolYamlReader::mode, "shadow, watch or hold")
                .orElse(Mode.WATCH);
        Retention retention = retention(yaml);
        List<Term> terms = terms(yaml);
        List<Group> groups = groups(yaml);
        thresholds = thresholds(yaml, thresholds);
        boolean complete =
                code.isPresent() && name.isPresent() && inbox.isPresent() && head.isPresent() && lead.isPresent();
        boolean clean = problems.list().stream().skip(before).noneMatch(Problem::isError);
        return complete && clean
                ? Optional.of(new School(
                        code.get(),
                        name.get(),
                        inbox.get(),
                        office,
                        head.get(),
                        lead.get(),
                        yaml.text("chair-of-governors").map(PersonId::new),
                        terms,
                        mode,
                        retention,
                        groups,
                        hours(yaml),
                        deputies(yaml)))
                : Optional.empty();
    }

    private static Optional<SchoolCode> code(String text) {
        try {
            return Optional.of(new SchoolCode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> email(String text) {
        return EmailAddress.isValid(text) ? Optional.of(text) : Optional.empty();
    }

    private static Optional<Mode> mode(String text) {
        for (Mode mode : Mode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    private static Thresholds thresholds(YamlMap yaml, Thresholds chosen) {
        Map<Category, Double> own = new EnumMap<>(Category.class);
        yaml.map("thresholds", CATEGORIES)
                .ifPresent(map -> CATEGORIES.forEach(
                        category -> map.parsed(category, SchoolYamlReader::share, "a number from 0 to 1 such as 0.7")
                                .ifPresent(least -> own.put(Category.valueOf(category), least))));
        return chosen.with(own);
    }

    private static Optional<Double> share(String text) {
        return SHARE.matcher(text).matches() ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    private static Retention retention(YamlMap yaml) {
        Optional<YamlMap> map = yaml.map("retention", List.of("unconfirmed", "delivered"));
        return new Retention(
                days(map, "unconfirmed").orElse(Retention.DEFAULT.unconfirmed()),
                days(map, "delivered").orElse(Retention.DEFAULT.delivered()));
    }

    private static Optional<Duration> days(Optional<YamlMap> map, String key) {
        return map.flatMap(it -> it.parsed(key, SchoolYamlReader::days, "a number of days such as 7d"));
    }

    private static Optional<Duration> days(String text) {
        Matcher matcher = DAYS.matcher(text);
        return matcher.matches() ? Optional.of(Duration.ofDays(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    private static SchoolHours hours(YamlMap yaml) {
        Optional<YamlMap> map = yaml.map("school-hours", List.of("from", "to"));
        LocalTime opens = map.flatMap(it -> it.parsed("from", SchoolYamlReader::time, TIME))
                .orElse(SchoolHours.DEFAULT.opens());
        LocalTime closes =
                map.flatMap(it -> it.parsed("to", SchoolYamlReader::time, TIME)).orElse(SchoolHours.DEFAULT.closes());
        if (!opens.isBefore(closes)) {
            map.ifPresent(it -> it.error("to", "the school closes before it opens"));
            return SchoolHours.DEFAULT;
        }
        return new SchoolHours(opens, closes);
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Deputies deputies(YamlMap yaml) {
        Optional<YamlMap> map =
                yaml.map("deputies", List.of("headteacher", "safeguarding-lead", "chair-of-governors", "after"));
        return new Deputies(
                map.flatMap(it -> it.text("headteacher")).map(PersonId::new),
                map.flatMap(it -> it.text("safeguarding-lead")).map(PersonId::new),
                map.flatMap(it -> it.text("chair-of-governors")).map(PersonId::new),
                map.flatMap(it -> it.parsed("after", SchoolYamlReader::minutes, "a number of minutes such as 60m"))
                        .orElse(Deputies.NONE.after()));
    }

    private static Optional<Duration> minutes(String text) {
        Matcher matcher = MINUTES.matcher(text);
        return matcher.matches() ? Optional.of(Duration.ofMinutes(Long.parseLong(matcher.group(1)))) : Optional.empty();
    }

    private static List<Term> terms(YamlMap yaml) {
        List<Term> terms = new ArrayList<>();
        for (YamlMap term : yaml.maps("term-dates", List.of("from", "to"))) {
            Optional<LocalDate> from = term.day("from");
            Optional<LocalDate> to = term.day("to");
            if (from.isEmpty() || to.isEmpty()) {
                term.error("from", "a term needs from and to");
            } else if (to.get().isBefore(from.get())) {
                term.error("to", "the term ends before it starts");
            } else {
                terms.add(new Term(from.get(), to.get()));
            }
        }
        return terms;
    }

    private List<Group> groups(YamlMap yaml) {
        List<Group> groups = new ArrayList<>();
        Set<String> names = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        for (YamlMap map : yaml.maps("groups", List.of("name", "channel", "address", "classes", "reviewers"))) {
            Optional<String> name = map.required("name");
            map.required("channel");
            Optional<Platform> platform = map.parsed("channel", Platform::ofKey, "whatsapp or teams");
            Optional<String> address = map.required("address");
            if (name.isPresent() && !names.add(name.get())) {
                map.error("name", "there are two groups of this name");
            }
            if (address.filter(it -> !it.equals(NO_CONVERSATION_YET)).isPresent() && !addresses.add(address.get())) {
                map.error("address", "there are two groups at this address");
            }
            List<PersonId> reviewers = reviewers(map);
            if (name.isPresent() && platform.isPresent() && address.isPresent()) {
                groups.add(new Group(
                        name.get(), platform.get(), address.get(), Set.copyOf(map.texts("classes")), reviewers));
            }
        }
        return groups;
    }

    private List<PersonId> reviewers(YamlMap group) {
        List<PersonId> reviewers = new ArrayList<>();
        for (String written : group.texts("reviewers")) {
            boolean phone = written.startsWith("+") || written.startsWith("0");
            Optional<PersonId> person = phone
                    ? phones.parse(written)
                    : Optional.of(written).filter(id -> !id.isBlank()).map(PersonId::new);
            person.ifPresentOrElse(
                    reviewers::add,
                    () -> group.error("reviewers", "\"" + written + "\" is neither a telephone number nor a staff id"));
        }
        return reviewers;
    }
}
