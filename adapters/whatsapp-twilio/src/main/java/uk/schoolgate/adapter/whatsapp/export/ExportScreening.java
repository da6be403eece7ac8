package uk.schoolgate.adapter.whatsapp.export;

import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import uk.schoolgate.adapter.whatsapp.export.ExportEntry.Kind;
import uk.schoolgate.core.flow.RecentTalk;
import uk.schoolgate.core.flow.SchoolDesk;
import uk.schoolgate.core.roll.Contact;
import uk.schoolgate.core.school.PersonId;
import uk.schoolgate.core.screening.Screener;
import uk.schoolgate.core.screening.Screening;
import uk.schoolgate.core.screening.ScreeningInput;

/**
 * Screens the messages of an exported chat as those of a group are screened, with what was said before each, on several
 * cores and in bounded memory. Nobody is told anything, and nothing is kept.
 */
public final class ExportScreening {
    /** Messages in hand at once: enough to keep all cores busy, few enough to keep memory small. */
    private static final int IN_HAND = 256;

    private final Screener screener;
    private final Set<String> classes;
    private final int threads;
    private final Map<String, Optional<PersonId>> phonesByName = new HashMap<>();
    private final RecentTalk recent = new RecentTalk();

    /**
     * @param desk of the school whose chat it is
     * @param classes the classes whose families are in the group; empty where unknown
     * @param threads how many messages are screened at once
     */
    public ExportScreening(SchoolDesk desk, Set<String> classes, int threads) {
        this.screener = desk.screener();
        this.classes = Set.copyOf(classes);
        this.threads = threads;
        for (Contact contact : desk.roll().contacts()) {
            // A name that two parents have tells nothing.
            phonesByName.merge(
                    contact.name().toLowerCase(Locale.ROOT),
                    Optional.of(contact.phone()),
                    (one, other) -> one.equals(other) ? one : Optional.empty());
        }
    }

    /** Is told of each message, in the order of the chat, in the thread that called {@link #run}. */
    public interface Listener {
        /**
         * A message was screened.
         *
         * @param number the place of its entry in the chat, from 1
         */
        void screened(int number, ExportEntry entry, Screening screening);
    }

    private record InHand(int number, ExportEntry entry, Future<Screening> screening) {}

    /**
     * Screens all messages, captions too. What WhatsApp wrote itself, and what was deleted, is passed over.
     *
     * @return how many entries the chat has
     */
    public int run(ChatExport export, Listener listener) throws UnreadableExportException {
        return run(export, 1, listener);
    }

    /**
     * Screens the messages from a place in the chat on; see {@link #run(ChatExport, Listener)}.
     *
     * @param first number of the first entry that is screened, from 1
     */
    int run(ChatExport export, int first, Listener listener) throws UnreadableExportException {
        Deque<InHand> inHand = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            int[] number = {0};
            int entries = export.forEach(entry -> {
                number[0]++;
                if (number[0] >= first && (entry.kind() == Kind.TEXT || entry.kind() == Kind.MEDIA)) {
                    inHand.add(new InHand(number[0], entry, begin(number[0], entry, workers)));
                }
                if (inHand.size() == IN_HAND) {
                    finish(inHand.remove(), listener);
                }
            });
            while (!inHand.isEmpty()) {
                finish(inHand.remove(), listener);
            }
            return entries;
        }
    }

    private Future<Screening> begin(int number, ExportEntry entry, ExecutorService workers) {
        // An export does not say what kind of media it left out; most of it is pictures, but a guess is no finding.
        List<String> before =
                recent.before("export", Integer.toString(number), entry.at().toInstant(ZoneOffset.UTC), entry.text());
        ScreeningInput input = new ScreeningInput(entry.text(), person(entry.author()), classes, List.of(), before);
        return workers.submit(() -> entry.text().isEmpty() ? Screening.CLEAR : screener.screen(input));
    }

    /** The author by number, or by the name of a parent, so that their own child is known as theirs. */
    private PersonId person(String author) {
        PersonId shown = new PersonId(author.replaceAll("[ ()-]", "").replaceAll("^$", author));
        return shown.isPhone()
                ? shown
                : phonesByName
                        .getOrDefault(author.toLowerCase(Locale.ROOT), Optional.empty())
                        .orElseGet(() -> new PersonId(author));
    }

    private static void finish(InHand message, Listener listener) {
        try {
            listener.screened(
                    message.number(), message.entry(), message.screening().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a chat was screened", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a message could not be screened", e.getCause());
        }
    }
}
