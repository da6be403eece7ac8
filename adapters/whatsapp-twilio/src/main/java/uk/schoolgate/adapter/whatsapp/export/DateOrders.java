package uk.schoolgate.adapter.whatsapp.export;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds out the order of day and month, for each style of date in a file: from days above 12, and where there are none
 * from which order lets time run forwards. British order where neither tells.
 */
final class DateOrders {
    private final Map<String, Evidence> evidence = new HashMap<>();

    /** Takes note of a header, in the order of the file. */
    void observe(ExportHeader header) {
        evidence.computeIfAbsent(header.style(), style -> new Evidence()).observe(header);
    }

    DateOrder orderOf(ExportHeader header) {
        return evidence.getOrDefault(header.style(), new Evidence()).order();
    }

    private static final class Evidence {
        private int dayFirst;
        private int monthFirst;
        private int backwardsDayFirst;
        private int backwardsMonthFirst;
        private @Nullable LocalDateTime lastDayFirst;
        private @Nullable LocalDateTime lastMonthFirst;

        void observe(ExportHeader header) {
            Optional<LocalDateTime> asDayFirst = header.at(DateOrder.DAY_FIRST);
            Optional<LocalDateTime> asMonthFirst = header.at(DateOrder.MONTH_FIRST);
            dayFirst += asMonthFirst.isEmpty() && asDayFirst.isPresent() ? 1 : 0;
            monthFirst += asDayFirst.isEmpty() && asMonthFirst.isPresent() ? 1 : 0;
            if (asDayFirst.isPresent()) {
                backwardsDayFirst += isBefore(asDayFirst.get(), lastDayFirst) ? 1 : 0;
                lastDayFirst = asDayFirst.get();
            }
            if (asMonthFirst.isPresent()) {
                backwardsMonthFirst += isBefore(asMonthFirst.get(), lastMonthFirst) ? 1 : 0;
                lastMonthFirst = asMonthFirst.get();
            }
        }

        private static boolean isBefore(LocalDateTime at, @Nullable LocalDateTime last) {
            return last != null && at.isBefore(last);
        }

        DateOrder order() {
            if (dayFirst != monthFirst) {
                return dayFirst > monthFirst ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
            }
            return backwardsMonthFirst < backwardsDayFirst ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
        }
    }
}
