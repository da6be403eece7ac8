package uk.schoolgate.core.screening.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.screening.staff.RoleWords.Post;
import uk.schoolgate.core.screening.staff.RoleWords.Strength;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Sentence;
import uk.schoolgate.core.text.Sentences;

/** Who does what at the school, as the roll's role column and role aliases say it in the words that groups use, too. */
final class StaffDuties {
    /** More people than that a role does not tell apart. */
    private static final int MOST = 4;

    private final Map<String, List<StaffMember>> byPost = new HashMap<>();
    private final Map<StaffMember, Scope> scopes = new HashMap<>();
    private final RoleWords roles;
    private final SchoolClasses classes;

    StaffDuties(Roll roll, RoleWords roles, SchoolClasses classes) {
        this.roles = roles;
        this.classes = classes;
        for (StaffMember member : roll.staff()) {
            Scope scope = new Scope();
            scopes.put(member, scope);
            read(member.role(), member, scope);
            for (String alias : member.aliases()) {
                if (FoldedText.fold(alias).startsWith("the ")) {
                    read(alias, member, scope);
                }
            }
            scope.classes().forEach(it -> scope.years().addAll(classes.yearsOf(it)));
        }
    }

    private void read(String role, StaffMember member, Scope scope) {
        for (Sentence sentence : Sentences.of(FoldedText.of(role))) {
            Line line = new Line(role, sentence);
            for (int i = 0; i < line.size(); ) {
                i = readAt(line, i, member, scope);
            }
        }
    }

    private int readAt(Line line, int at, StaffMember member, Scope scope) {
        Optional<Phrases.Match<Post>> post = roles.posts().longest(line, at);
        if (post.isPresent() && post.get().meaning().strength() != Strength.NO_ROLE) {
            put(post.get().meaning().name(), member);
            put(roles.widerPost(post.get().meaning().name()), member);
            for (int i = at; i < post.get().until(); i++) {
                classes.read(line, i, scope);
            }
            return post.get().until();
        }
        Optional<Phrases.Match<String>> place = roles.places().longest(line, at);
        if (place.isPresent() && classes.read(line, at, new Scope()) == 0) {
            put(place.get().meaning(), member);
            return place.get().until();
        }
        return at + Math.max(1, classes.read(line, at, scope));
    }

    private void put(String post, StaffMember member) {
        List<StaffMember> members = byPost.computeIfAbsent(post, key -> new ArrayList<>());
        if (!members.contains(member)) {
            members.add(member);
        }
    }

    /** Those of the classes of a group; none where the group is not about classes. */
    List<StaffMember> ofClasses(List<StaffMember> staff, Set<String> groupClasses) {
        Scope group = new Scope();
        group.classes().addAll(groupClasses);
        return staff.stream().filter(member -> serves(member, group)).toList();
    }

    /**
     * Whom a role means.
     *
     * @param named the classes, years and subjects said with it
     * @param groupClasses folded names of the classes of the group, which are meant where nothing is said
     */
    Set<String> who(String post, Scope named, Set<String> groupClasses) {
        List<StaffMember> all = byPost.getOrDefault(post, List.of());
        Scope scope = new Scope();
        if (all.stream().anyMatch(this::isForSome)) {
            scope.addAll(named);
        }
        boolean oneOfMany = scope.isEmpty() && all.size() > 1 && all.stream().anyMatch(this::hasClasses);
        if (oneOfMany && groupClasses.isEmpty()) {
            return Set.of();
        }
        if (oneOfMany) {
            scope.classes().addAll(groupClasses);
        }
        List<StaffMember> some = scope.isEmpty()
                ? all
                : all.stream().filter(member -> serves(member, scope)).toList();
        return some.size() > MOST ? Set.of() : Found.ids(some);
    }

    /** Whom a place of work means: those who work there, of the gender that is said where there are both. */
    Set<String> at(List<String> posts, String gender) {
        Set<StaffMember> all = new HashSet<>();
        for (int i = 0; i < posts.size() && all.isEmpty(); i++) {
            all.addAll(byPost.getOrDefault(posts.get(i), List.of()));
        }
        String title = gender.equals("woman") ? "mrs" : gender.equals("man") ? "mr" : "";
        List<StaffMember> fitting =
                all.stream().filter(member -> Titles.fits(title, member)).toList();
        return fitting.size() > MOST ? Set.of() : Found.ids(fitting);
    }

    /** Those who serve what is said, whatever their post. */
    Set<String> serving(Scope scope, String gender) {
        String title = gender.equals("woman") ? "mrs" : gender.equals("man") ? "mr" : "";
        List<StaffMember> some = scopes.keySet().stream()
                .filter(member -> serves(member, scope) && Titles.fits(title, member))
                .toList();
        return some.size() > MOST ? Set.of() : Found.ids(some);
    }

    private boolean isForSome(StaffMember member) {
        return !scopeOf(member).isEmpty();
    }

    private boolean hasClasses(StaffMember member) {
        Scope scope = scopeOf(member);
        return !scope.classes().isEmpty() || !scope.years().isEmpty();
    }

    private Scope scopeOf(StaffMember member) {
        return scopes.getOrDefault(member, new Scope());
    }

    private boolean serves(StaffMember member, Scope asked) {
        Scope own = scopeOf(member);
        if (!asked.subjects().isEmpty()) {
            return asked.subjects().stream().anyMatch(own.subjects()::contains);
        }
        return asked.years().stream().anyMatch(own.years()::contains)
                || asked.classes().stream().anyMatch(it -> servesClass(own, it));
    }

    private boolean servesClass(Scope own, String schoolClass) {
        return own.classes().isEmpty()
                ? classes.yearsOf(schoolClass).stream().anyMatch(own.years()::contains)
                : own.classes().contains(schoolClass);
    }
}
