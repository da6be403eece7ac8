package uk.schoolgate.core.school;

import java.util.List;
import java.util.Set;

/**
 * A group chat that Schoolgate sits in.
 *
 * @param name as people know it, for instance "4 Kestrel parents"
 * @param platform where it is
 * @param address the platform's id of the group
 * @param classes the classes whose families are in it; empty where it is not about classes
 * @param reviewers who may decide on its concerns, first asked first
 */
public record Group(String name, Platform platform, String address, Set<String> classes, List<PersonId> reviewers) {
    public Group {
        classes = Set.copyOf(classes);
        reviewers = List.copyOf(reviewers);
    }
}
