package uk.schoolgate.adapter.whatsapp.export;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.adapter.whatsapp.export.ExportHeader.Style;

/**
 * Finds out the order of day, month and year for each style of date in a file: by dates that don't exist in another
 * order, then by which order lets time run forwards, then by which makes the chat shorter. A style that can't tell by
 * itself is held against those beside it. British order where nothing tells.
 */
final class DateOrders {
    /** Clocks go back by an hour in autumn, and phones send late. */
    static final Duration SLACK = Duration.ofHours(2);

    private static final int MOST_TURNS = 200;

    private final Map<Style, DateEvidence> evidence = new HashMap<>();
    private final List<Turn> turns = new ArrayList<>();
    private final Map<Style, DateOrder> orders = new HashMap<>();
    private Optional<ExportHeader> last = Optional.empty();
    private int entries;

    /** Where one style follows upon another. */
    private record Turn(ExportHeader before, ExportHeader after) {}

    /** Takes note of a header, in the order of the file. */
    void observe(ExportHeader header) {
        evidence.computeIfAbsent(header.style(), DateEvidence::new).observe(header);
        last.filter(before -> !before.style().equals(header.style()) && turns.size() < MOST_TURNS)
                .ifPresent(before -> turns.add(new Turn(before, header)));
        last = Optional.of(header);
        entries++;
    }

    /** Decides, once everything has been observed; the commonest style first, as it knows most. */
    void decide() {
        List<DateEvidence> byNumber = new ArrayList<>(evidence.values());
        byNumber.sort(Comparator.comparingInt(DateEvidence::entries).reversed());
        for (DateEvidence style : byNumber) {
            turns.forEach(turn -> hold(style, turn));
            orders.put(style.style(), style.best());
        }
    }

    /** Adds what a neighbour of a style that is decided on says. */
    private void hold(DateEvidence undecided, Turn turn) {
        Style before = turn.before().style();
        Style after = turn.after().style();
        if (before.equals(undecided.style()) && orders.containsKey(after)) {
            at(turn.after()).ifPresent(moment -> undecided.endsAt(turn.before(), moment));
        } else if (after.equals(undecided.style()) && orders.containsKey(before)) {
            at(turn.before()).ifPresent(moment -> undecided.startsAt(turn.after(), moment));
        }
    }

    private Optional<LocalDateTime> at(ExportHeader header) {
        return header.at(orders.getOrDefault(header.style(), DateOrder.DAY_FIRST));
    }

    /**
     * When an entry was written: in the order of its style, or in another where there is no such day.
     *
     * @param previous the entry before, which tells where a style changes its order in the middle of the file
     */
    Optional<LocalDateTime> momentOf(ExportHeader header, Optional<LocalDateTime> previous) {
        Optional<LocalDateTime> moment = at(header);
        DateEvidence style = evidence.get(header.style());
        if (moment.isPresent() && (style == null || previous.isEmpty() || !style.changesOrder())) {
            return moment;
        }
        LocalDateTime near = previous.orElse(LocalDateTime.MIN);
        return List.of(DateOrder.values()).stream()
                .map(header::at)
                .flatMap(Optional::stream)
                .min(Comparator.comparing(it -> Duration.between(near, it).abs()));
    }

    /** Whether time runs forwards in this file, but for a few entries. */
    boolean isInOrder() {
        int back = evidence.values().stream().mapToInt(DateEvidence::stepsBack).sum();
        return entries >= 20 && back * 20 <= entries;
    }
}
