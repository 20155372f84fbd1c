package dev.windrose.intake;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A field of which the record says something that is newer than a message.
 *
 * @param since the day from which on it is known
 */
record NewerFact(String field, String label, LocalDate since) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** What is told with a field is not written without it. */
    private static final Map<String, Set<String>> WITH = Map.of(
            "deal_amount",
            Set.of("deal_amount_currency"),
            "deal_amount_currency",
            Set.of("deal_amount"),
            "stage",
            Set.of("deal_signing_date", "lost_reason"));

    static boolean concerns(List<NewerFact> facts, String field) {
        return facts.stream()
                .anyMatch(fact -> fact.field().equals(field)
                        || WITH.getOrDefault(fact.field(), Set.of()).contains(field));
    }

    static String sentence(List<NewerFact> facts) {
        return facts.stream()
                .map(fact -> fact.label() + " of " + DAY.format(fact.since()))
                .collect(Collectors.joining(", ", "The record holds something newer: ", "."));
    }
}
