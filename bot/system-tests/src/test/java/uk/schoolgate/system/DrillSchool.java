package uk.schoolgate.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A made-up school with many classes, each with a parents' group, a rep and children whose full names nobody should post. */
final class DrillSchool {
    static final String CODE = "DRL";
    static final String INBOX = "complaints@drill.example";
    static final int CLASSES = 16;
    private static final int PARENTS = 5;
    private static final List<String> FORENAMES = List.of(
            "Oliver",
            "Amelia",
            "George",
            "Isla",
            "Harry",
            "Ava",
            "Noah",
            "Freya",
            "Jacob",
            "Lily",
            "Oscar",
            "Matilda",
            "Arthur",
            "Phoebe",
            "Theo",
            "Harriet",
            "Edward",
            "Beatrice",
            "Callum",
            "Imogen");
    private static final List<String> SURNAMES = List.of(
            "Ashworth",
            "Bramwell",
            "Cartwright",
            "Duckworth",
            "Entwistle",
            "Fairhurst",
            "Greenhalgh",
            "Hargreaves",
            "Illingworth",
            "Jessop",
            "Kershaw",
            "Lockwood",
            "Micklethwaite",
            "Nuttall",
            "Ollerenshaw",
            "Postlethwaite",
            "Ramsbottom",
            "Sidebotham",
            "Thistlethwaite",
            "Uttley",
            "Verity",
            "Whittaker",
            "Yardley",
            "Birtwistle",
            "Clegg",
            "Dobson",
            "Eckersley",
            "Fothergill",
            "Gledhill",
            "Holroyd",
            "Ingham",
            "Jagger",
            "Kenworthy",
            "Lumb",
            "Murgatroyd",
            "Naylor",
            "Ogden",
            "Pickersgill",
            "Ridgway",
            "Sutcliffe",
            "Shuttleworth",
            "Barraclough",
            "Tattersall",
            "Wigglesworth",
            "Bottomley",
            "Earnshaw",
            "Hinchliffe",
            "Schofield",
            "Crabtree",
            "Cockcroft");

    private DrillSchool() {}

    /**
     * A parents' group.
     *
     * @param rep who reviews
     * @param parents who write, none of them the rep
     * @param children full names, each of no writer's child
     */
    record Group(int number, String address, String rep, List<String> parents, List<String> children) {}

    static List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (int number = 0; number < CLASSES; number++) {
            List<String> parents = new ArrayList<>();
            for (int i = 1; i <= PARENTS; i++) {
                parents.add(phone(number, i));
            }
            List<String> children = children(number);
            groups.add(new Group(
                    number,
                    "CH%032x".formatted(number + 1),
                    phone(number, 0),
                    parents,
                    children.subList(0, children.size() - 1)));
        }
        return groups;
    }

    /** Full names, each of which is there once in the school; the last one is the child of all adults of the class. */
    private static List<String> children(int number) {
        List<String> children = new ArrayList<>();
        for (int i = 0; i < SURNAMES.size(); i++) {
            children.add(FORENAMES.get((number + i) % FORENAMES.size()) + " " + SURNAMES.get(i));
        }
        return children;
    }

    private static String phone(int group, int person) {
        return "+447700900%03d".formatted(group * (PARENTS + 1) + person);
    }

    private static String className(int number) {
        return "Year" + number;
    }

    /** Lays the school's folder out. */
    static Path layOut(Path folder) {
        try {
            Files.createDirectories(folder.resolve("policies"));
            Files.createDirectories(folder.resolve("roll"));
            Files.writeString(folder.resolve("school.yaml"), yaml());
            Files.writeString(folder.resolve("policies/social-media.txt"), POLICY);
            Files.writeString(folder.resolve("roll/staff.csv"), STAFF);
            Files.writeString(folder.resolve("roll/pupils.csv"), pupils());
            Files.writeString(folder.resolve("roll/contacts.csv"), contacts());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String yaml() {
        String groups = groups().stream()
                .map(group ->
                        "  - { name: %s parents, channel: whatsapp, address: %s, classes: [%s], reviewers: [\"%s\"] }"
                                .formatted(
                                        className(group.number()),
                                        group.address(),
                                        className(group.number()),
                                        group.rep()))
                .collect(Collectors.joining("\n"));
        return """
                code: %s
                name: Drill Primary School
                complaints-inbox: %s
                headteacher: S01
                safeguarding-lead: S02
                chair-of-governors: S03
                mode: watch
                groups:
                %s
                  - { name: All staff, channel: teams, address: "19:drill@thread.tacv2", classes: [], reviewers: [S02] }
                """.formatted(CODE, INBOX, groups);
    }

    private static String pupils() {
        StringBuilder csv = new StringBuilder("id,forename,surname,preferred_name,year,class\n");
        int id = 0;
        for (Group group : groups()) {
            for (String child : children(group.number())) {
                String[] names = child.split(" ", 2);
                csv.append("P%04d,%s,%s,,4,%s%n".formatted(++id, names[0], names[1], className(group.number())));
            }
        }
        return csv.toString();
    }

    private static String contacts() {
        StringBuilder csv = new StringBuilder("phone,name,relationship,pupil_id\n");
        for (Group group : groups()) {
            List<String> adults = new ArrayList<>(List.of(group.rep()));
            adults.addAll(group.parents());
            String child = "P%04d".formatted((group.number() + 1) * SURNAMES.size());
            adults.forEach(phone ->
                    csv.append("%s,Adult %s,parent,%s%n".formatted(phone, phone.substring(phone.length() - 3), child)));
        }
        return csv.toString();
    }

    private static final String STAFF = """
            id,title,forename,surname,role,aliases,email
            S01,Mrs,Wilhelmina,Thackeray,Headteacher,,head@drill.example
            S02,Mr,Barnaby,Quiller,Designated safeguarding lead,,dsl@drill.example
            S03,Dr,Rosalind,Penhaligon,Chair of governors,,chair@drill.example
            """;

    private static final String POLICY = """
            Social media policy

            1. Names
            Parents and carers must not write the full name of any child in a group chat.

            2. Telephones
            Children hand their mobile telephones in at the office in the morning and collect them at the end of the day.

            3. Threats
            Threats against anybody are passed on to the headteacher, who may tell the police.
            """;
}
