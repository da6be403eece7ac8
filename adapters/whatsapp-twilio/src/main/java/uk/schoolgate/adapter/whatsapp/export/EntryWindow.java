package uk.schoolgate.adapter.whatsapp.export;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts the lines of an entry together, and sees through lines that only look like the start of one: a message may hold
 * lines that were copied from a chat, or a list of dates. They are out of step: time jumps to them and comes back. The
 * last few entries are held back to see that.
 */
final class EntryWindow {
    private static final int HELD_BACK = 20;
    /** A longer entry is no message of WhatsApp, whose limit is 65,536. */
    private static final int LONGEST_ENTRY = 70_000;

    private final DateOrders orders;
    private final Authors authors;
    private final boolean inOrder;
    private final Consumer<Draft> consumer;
    private final List<Draft> held = new ArrayList<>();

    /** An entry while its lines come in. */
    static final class Draft {
        private final ExportHeader header;
        private final LocalDateTime at;
        private final boolean byPerson;
        private final String line;
        private final StringBuilder text;

        private Draft(ExportHeader header, LocalDateTime at, boolean byPerson, String line) {
            this.header = header;
            this.at = at;
            this.byPerson = byPerson;
            this.line = line;
            this.text = new StringBuilder(header.rest());
        }

        ExportHeader header() {
            return header;
        }

        LocalDateTime at() {
            return at;
        }

        String text() {
            return text.toString();
        }

        private void add(String more) {
            if (text.length() < LONGEST_ENTRY) {
                text.append('\n').append(more);
            }
        }

        /** Makes another draft a part of this one. */
        private void absorb(Draft other) {
            add(other.line + other.text.substring(other.header.rest().length()));
        }
    }

    EntryWindow(DateOrders orders, Authors authors, Consumer<Draft> consumer) {
        this.orders = orders;
        this.authors = authors;
        this.inOrder = orders.isInOrder();
        this.consumer = consumer;
    }

    void line(String line) {
        Optional<ExportHeader> header = ExportHeader.of(line);
        Optional<LocalDateTime> previous = held.isEmpty() ? Optional.empty() : Optional.of(held.getLast().at);
        Optional<LocalDateTime> at = header.flatMap(it -> orders.momentOf(it, previous));
        if (at.isPresent()) {
            start(new Draft(
                    header.get(), at.get(), authors.of(header.get().rest()).isPresent(), line));
        } else if (!held.isEmpty()) {
            held.getLast().add(line);
        }
    }

    private void start(Draft next) {
        for (int i = held.size() - 2; i >= 0; i--) {
            if (isAside(i, next.at)) {
                absorbAfter(i);
                break;
            }
        }
        held.add(next);
        if (held.size() > HELD_BACK) {
            consumer.accept(held.removeFirst());
        }
    }

    /** Whether all that is held behind an entry is out of step with it and with what comes next. */
    private boolean isAside(int index, LocalDateTime next) {
        Draft container = held.get(index);
        LocalDateTime earliest = container.at.minus(DateOrders.SLACK);
        LocalDateTime latest = next.plus(DateOrders.SLACK);
        return container.byPerson
                && !next.isBefore(earliest)
                && held.subList(index + 1, held.size()).stream()
                        .allMatch(it -> (it.at.isBefore(earliest) || it.at.isAfter(latest)) && isCopied(it, container));
    }

    /** Where many entries are out of step, that alone says nothing. */
    private boolean isCopied(Draft draft, Draft container) {
        return inOrder
                || isOfAnotherForm(draft, container)
                || (!draft.byPerson && !OwnWords.isSystemLine(draft.header.rest()));
    }

    private static boolean isOfAnotherForm(Draft draft, Draft container) {
        return !draft.header.style().equals(container.header.style());
    }

    private void absorbAfter(int index) {
        List<Draft> aside = held.subList(index + 1, held.size());
        aside.forEach(held.get(index)::absorb);
        aside.clear();
    }

    /** The file has ended: lines of another form from an earlier time were copied, everything else is as it looks. */
    void end() {
        for (int i = held.size() - 2; i >= 0; i--) {
            Draft container = held.get(i);
            LocalDateTime earliest = container.at.minus(DateOrders.SLACK);
            boolean copied = container.byPerson
                    && held.subList(i + 1, held.size()).stream()
                            .allMatch(it -> it.at.isBefore(earliest) && isOfAnotherForm(it, container));
            if (copied) {
                absorbAfter(i);
            }
        }
        held.forEach(consumer);
        held.clear();
    }
}
