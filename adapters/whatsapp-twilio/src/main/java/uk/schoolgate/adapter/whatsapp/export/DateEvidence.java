package uk.schoolgate.adapter.whatsapp.export;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import uk.schoolgate.adapter.whatsapp.export.ExportHeader.Style;

/** What the entries of one style say about the order of their dates. */
final class DateEvidence {
    private static final int FIRST_YEAR_OF_WHATSAPP = 2009;
    /** By so much shorter a chat must be in another order than the British before that counts. */
    private static final int CLEARLY = 3;

    private final Style style;
    private final Map<DateOrder, Reading> readings = new EnumMap<>(DateOrder.class);
    private int entries;

    /** How the entries look when they are read in one order. */
    private static final class Reading {
        private int impossible;
        private int back;
        private Duration length = Duration.ZERO;
        private Optional<LocalDateTime> last = Optional.empty();

        void step(LocalDateTime from, LocalDateTime to) {
            back += to.isBefore(from.minus(DateOrders.SLACK)) ? 1 : 0;
            length = length.plus(Duration.between(from, to).abs());
        }
    }

    DateEvidence(Style style) {
        this.style = style;
        for (DateOrder order : DateOrder.values()) {
            readings.put(order, new Reading());
        }
    }

    Style style() {
        return style;
    }

    int entries() {
        return entries;
    }

    void observe(ExportHeader header) {
        entries++;
        readings.forEach((order, reading) -> {
            Optional<LocalDateTime> moment = header.at(order);
            if (moment.filter(at -> at.getYear() >= FIRST_YEAR_OF_WHATSAPP).isEmpty()) {
                reading.impossible++;
            }
            moment.ifPresent(at -> {
                reading.last.ifPresent(last -> reading.step(last, at));
                reading.last = moment;
            });
        });
    }

    /** An entry of this style is followed by one of another style, which was written then. */
    void endsAt(ExportHeader header, LocalDateTime next) {
        readings.forEach((order, reading) -> header.at(order).ifPresent(at -> reading.step(at, next)));
    }

    /** An entry of this style follows one of another style, which was written then. */
    void startsAt(ExportHeader header, LocalDateTime previous) {
        readings.forEach((order, reading) -> header.at(order).ifPresent(at -> reading.step(previous, at)));
    }

    DateOrder best() {
        DateOrder best = DateOrder.DAY_FIRST;
        for (DateOrder order : DateOrder.values()) {
            if (isBetter(order, best)) {
                best = order;
            }
        }
        return best;
    }

    private boolean isBetter(DateOrder order, DateOrder than) {
        Reading one = readings.getOrDefault(order, new Reading());
        Reading other = readings.getOrDefault(than, new Reading());
        if (one.impossible != other.impossible) {
            return one.impossible < other.impossible;
        }
        if (one.back != other.back) {
            return one.back < other.back;
        }
        // Phones that write the year first in two digits put dashes between.
        boolean usual = order != DateOrder.YEAR_FIRST || style.separator() == '-';
        return usual && one.length.multipliedBy(CLEARLY).compareTo(other.length) < 0;
    }

    /** Whether there are days that exist in one order only, for more than one order. */
    boolean changesOrder() {
        return !style.yearFirst() && readings.getOrDefault(best(), new Reading()).impossible > 0;
    }

    /** How often time goes back in the best order. */
    int stepsBack() {
        return readings.getOrDefault(best(), new Reading()).back;
    }
}
