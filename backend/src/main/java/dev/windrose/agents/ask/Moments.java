package dev.windrose.agents.ask;

import dev.windrose.records.Descriptor;
import java.util.List;

/** The moment by which records of a type fall into a period, where the question names none. */
final class Moments {

    /** The day of signing of what was won, and the day on which what was lost became lost. */
    static final String CLOSED = "~closed";

    private static final List<String> USUAL = List.of("date", "at", "occurred_at", "happened_at");

    private Moments() {}

    static String of(Descriptor type, List<Condition> conditions, Days days, java.time.LocalDate today) {
        if (type.name().equals("deal")) {
            return deal(conditions, days, today);
        }
        if (type.name().equals("task")) {
            return is(conditions, "status", "done") ? "completed_at" : "due_date";
        }
        if (type.name().equals("issue") && is(conditions, "status", "resolved")) {
            return "resolved_at";
        }
        return USUAL.stream()
                .filter(name ->
                        type.field(name).filter(field -> field.kind().isTime()).isPresent())
                .findFirst()
                .orElse("created_at");
    }

    private static String deal(List<Condition> conditions, Days days, java.time.LocalDate today) {
        if (is(conditions, "deal_state", "won") && is(conditions, "deal_state", "lost")) {
            return CLOSED;
        }
        if (is(conditions, "deal_state", "won")) {
            return "deal_signing_date";
        }
        if (is(conditions, "deal_state", "lost") || is(conditions, "stage", "lost")) {
            return CLOSED;
        }
        return is(conditions, "deal_state", "open") || days.ahead(today) ? "deal_expected_signing_date" : "created_at";
    }

    static boolean is(List<Condition> conditions, String field, String value) {
        return conditions.stream()
                .anyMatch(condition -> condition instanceof Condition.Is is
                        && !is.not()
                        && is.path().equals(field)
                        && is.values().contains(value));
    }
}
