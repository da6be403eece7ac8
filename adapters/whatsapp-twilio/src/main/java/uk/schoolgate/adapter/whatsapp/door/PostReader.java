package uk.schoolgate.adapter.whatsapp.door;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import uk.schoolgate.adapter.whatsapp.Languages;
import uk.schoolgate.adapter.whatsapp.ServedSchools;
import uk.schoolgate.adapter.whatsapp.people.Contacts;
import uk.schoolgate.core.message.Media;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.school.SchoolCode;

/**
 * Reads what Twilio says of a message in a hosted group, by a hook or when it is asked. What we write ourselves, and
 * conversations that no school lists, pass by.
 */
final class PostReader {
    private final ServedSchools schools;
    private final Languages languages;

    PostReader(ServedSchools schools, Languages languages) {
        this.schools = schools;
        this.languages = languages;
    }

    /**
     * Out of a hook.
     *
     * @param names of those who are not on the roll
     */
    Optional<Post> ofHook(FormBody form, BiFunction<SchoolCode, PersonId, Optional<String>> names) {
        return read(
                form.get("ConversationSid"),
                form.get("Author"),
                form.get("Body"),
                AttachedMedia.ofConversation(form),
                names);
    }

    /**
     * Out of a list of messages.
     *
     * @param names of those who are not on the roll
     */
    Optional<Post> ofList(
            String conversation, JsonNode message, BiFunction<SchoolCode, PersonId, Optional<String>> names) {
        return read(
                conversation,
                message.path("author").asString(""),
                message.path("body").asString(""),
                AttachedMedia.ofList(conversation, message),
                names);
    }

    private Optional<Post> read(
            String conversation,
            String author,
            String body,
            List<Media> media,
            BiFunction<SchoolCode, PersonId, Optional<String>> names) {
        if (!author.startsWith("whatsapp:") || author.length() == "whatsapp:".length()) {
            return Optional.empty();
        }
        PersonId person = Contacts.person(author);
        return schools.ofGroup(conversation).map(served -> {
            String name = served.roll()
                    .nameOf(person)
                    .or(() -> names.apply(served.school().code(), person))
                    .orElseGet(languages::nobodysName);
            String text = withoutPrefix(name, body);
            return new Post(
                    served,
                    conversation,
                    person,
                    name,
                    text,
                    LongestBody.marked(text, languages.ofNobodyInParticular()),
                    media);
        });
    }

    /** Between the two hooks the store may have come back, and with it a name that was not known at the first. */
    private String withoutPrefix(String name, String text) {
        return NamePrefix.without(languages.nobodysName(), NamePrefix.without(name, text));
    }
}
