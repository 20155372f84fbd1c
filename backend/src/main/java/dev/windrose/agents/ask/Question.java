package dev.windrose.agents.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question about the record in a form that can be run. */
sealed interface Question {

    /**
     * The records that are meant.
     *
     * @param asOf the record as it was at the end of this day; null for now
     */
    record Subject(
            String type,
            List<Condition> conditions,
            @Nullable LocalDate asOf) {

        public Subject {
            conditions = List.copyOf(conditions);
        }

        Subject with(Condition more) {
            var all = new ArrayList<>(conditions);
            all.add(more);
            return new Subject(type, all, asOf);
        }
    }

    /** @param period month, quarter, year or week of a moment; null for the value itself */
    record Group(String path, @Nullable String period) {}

    enum Order {
        NONE,
        MOST,
        LEAST
    }

    /** @param most how many groups to tell; the first alone where an order is asked for */
    record Figure(
            Subject subject,
            Measure measure,
            @Nullable Group group,
            Order order,
            int most,
            boolean why,
            @Nullable String currency)
            implements Question {}

    /** @param show fields that are asked for; none where the records themselves are */
    record Listing(
            Subject subject, List<String> show, @Nullable String orderBy, boolean descending, int most)
            implements Question {}

    /** The same of two periods or groups; the later less the earlier. */
    record Compare(Figure one, Figure other, String tellOne, String tellOther) implements Question {}

    /** Whether there is such a record. */
    record Whether(Subject subject) implements Question {}
}
