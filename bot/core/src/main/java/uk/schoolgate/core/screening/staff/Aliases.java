package uk.schoolgate.core.screening.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.schoolgate.core.roll.Roll;
import uk.schoolgate.core.roll.StaffMember;
import uk.schoolgate.core.screening.staff.StaffSighting.Form;
import uk.schoolgate.core.text.FoldedText;
import uk.schoolgate.core.text.Letters;
import uk.schoolgate.core.text.Sentence;
import uk.schoolgate.core.text.Sentences;

/** The other names that the roll gives for staff: "Jo Whitlock", "Denise in the office", "Bez". */
final class Aliases {
    private static final Set<String> ARTICLES = Set.of("the", "our");

    private final Map<String, List<Alias>> byFirstWord = new HashMap<>();
    private final FirstNames firstNames;

    private record Alias(List<String> keys, Form form, StaffMember member) {}

    /**
     * @param roles aliases that are roles or titles with an initial are left to those who know what else these words mean
     */
    Aliases(Roll roll, RoleWords roles, FirstNames firstNames) {
        this.firstNames = firstNames;
        for (StaffMember member : roll.staff()) {
            for (String alias : member.aliases()) {
                for (Sentence sentence : Sentences.of(FoldedText.of(alias))) {
                    add(new Line(alias, sentence), member, roles);
                }
            }
        }
    }

    private void add(Line line, StaffMember member, RoleWords roles) {
        boolean article = ARTICLES.contains(line.key(0));
        boolean initial = line.size() == 2 && line.key(1).length() == 1;
        boolean firstName = line.size() == 1 && line.key(0).equals(Letters.of(FoldedText.fold(member.forename())));
        if (initial || firstName || (article && roles.posts().longest(line, 1).isPresent())) {
            return;
        }
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            keys.add(line.key(i));
        }
        byFirstWord
                .computeIfAbsent(keys.getFirst(), key -> new ArrayList<>())
                .add(new Alias(keys, article ? Form.ROLE : Form.NAME, member));
    }

    /** The alias that begins with a word. */
    Optional<Found> at(Line line, int at) {
        Optional<Found> longest = Optional.empty();
        for (Alias alias : byFirstWord.getOrDefault(line.key(at), List.of())) {
            int until = at + alias.keys().size();
            boolean longer = longest.isEmpty() || longest.get().until() < until;
            if (longer && until <= line.size() && fits(line, at, alias)) {
                longest = Optional.of(Found.of(line, at, until, alias.form(), List.of(alias.member())));
            }
        }
        return longest;
    }

    private boolean fits(Line line, int at, Alias alias) {
        List<String> keys = alias.keys();
        for (int i = 1; i < keys.size(); i++) {
            if (!keys.get(i).equals(line.key(at + i))) {
                return false;
            }
        }
        return keys.size() > 1 || line.isCapitalised(at) || !firstNames.isEveryday(keys.getFirst());
    }
}
