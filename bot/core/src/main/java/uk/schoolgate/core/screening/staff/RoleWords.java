package uk.schoolgate.core.screening.staff;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.schoolgate.core.text.Letters;
import uk.schoolgate.core.text.ListFile;

/** What {@code prompts/screening/roles.txt} says of the words for those who work at a school. */
final class RoleWords {
    private static final List<String> ADJECTIVE_ENDINGS = List.of("less", "ing", "ful", "ous");
    private static final String LIST = "/schoolgate/screening/roles.txt";

    private final Phrases<Post> posts = new Phrases<>();
    private final Phrases<String> places = new Phrases<>();
    private final Phrases<Person> people = new Phrases<>();
    private final Map<String, Set<String>> sets = new HashMap<>();
    private final Map<String, String> subjects = new HashMap<>();
    private final Map<String, String> including = new HashMap<>();

    /** How sure a phrase is. */
    enum Strength {
        ANYWHERE,
        AFTER_ANY_DETERMINER,
        AFTER_THE,
        NO_ROLE
    }

    /** A post, and how sure the phrase for it is. */
    record Post(String name, Strength strength) {}

    /** How likely a word for a person means a grown-up. */
    enum Age {
        ADULT,
        YOUNG,
        PRONOUN
    }

    /**
     * A word for a person.
     *
     * @param gender "woman", "man" or "any"
     */
    record Person(Age age, String gender) {}

    RoleWords() {
        for (String line : ListFile.lines(LIST)) {
            int colon = line.indexOf(':');
            List<String> head = List.of(line.substring(0, colon).split(" ", 2));
            add(
                    head.getFirst(),
                    head.size() > 1 ? head.get(1) : "",
                    line.substring(colon + 1).strip());
        }
    }

    private void add(String kind, String name, String entries) {
        switch (kind) {
            case "post" ->
                phrases(entries).forEach(it -> posts.addWithoutBlanks(it, new Post(name, Strength.ANYWHERE)));
            case "noun" -> addPosts(entries, new Post(name, Strength.AFTER_ANY_DETERMINER));
            case "the" -> addPosts(entries, new Post(name, Strength.AFTER_THE));
            case "not" -> addPosts(entries, new Post("", Strength.NO_ROLE));
            case "place" -> phrases(entries).forEach(it -> places.add(it, name));
            case "adult", "young", "pronoun" -> addPeople(entries, new Person(age(kind), name));
            case "includes" -> words(entries).forEach(it -> including.put(it, name));
            case "subject" -> words(entries).forEach(it -> subjects.put(it, name.isEmpty() ? it : name));
            default -> sets.computeIfAbsent(kind, it -> new HashSet<>()).addAll(words(entries));
        }
    }

    private void addPosts(String entries, Post post) {
        phrases(entries).forEach(phrase -> posts.add(phrase, post));
    }

    private void addPeople(String entries, Person person) {
        phrases(entries).forEach(phrase -> people.add(phrase, person));
    }

    private static Age age(String kind) {
        return kind.equals("adult") ? Age.ADULT : kind.equals("young") ? Age.YOUNG : Age.PRONOUN;
    }

    private static List<String> phrases(String entries) {
        return List.of(entries.split(", *", -1));
    }

    private static List<String> words(String entries) {
        return List.of(entries.split(" +", -1)).stream().map(Letters::of).toList();
    }

    Phrases<Post> posts() {
        return posts;
    }

    Phrases<String> places() {
        return places;
    }

    Phrases<Person> people() {
        return people;
    }

    /** The wider post that a post belongs to, as the chair's to the governors; itself if there is none. */
    String widerPost(String post) {
        return including.getOrDefault(post, post);
    }

    /** The school subject that a word means, in its usual spelling; empty if it is none. */
    String subject(String word) {
        return subjects.getOrDefault(word, "");
    }

    /** "the", "our" and the like, which mean a certain person. */
    boolean isDefinite(String word) {
        return is("definite", word);
    }

    /** Other words that a person's role may follow: "his", "a". */
    boolean isDeterminer(String word) {
        return is("determiner", word);
    }

    /** Words between a determiner and a role. */
    boolean isAdjective(String word) {
        return is("adjective", word)
                || (word.length() > 5 && ADJECTIVE_ENDINGS.stream().anyMatch(word::endsWith));
    }

    /** Verbs before a role without "the": "I will ask head". */
    boolean isAddress(String word) {
        return is("address", word);
    }

    /** What a person does who is meant by a role without "the" at the start: "Head says". */
    boolean isSpeaking(String word) {
        return is("speaks", word);
    }

    /** Verbs between a person and their work: "the bloke who does PE". */
    boolean isWorking(String word) {
        return is("works", word);
    }

    private boolean is(String set, String word) {
        return sets.getOrDefault(set, Set.of()).contains(word);
    }
}
