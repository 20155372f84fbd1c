package dev.windrose.journeys.engine.eval;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The column that says whose row it is: named, or found by its name or its values. */
record EntityColumn(Optional<String> named, List<CsvTable> tables) {

    private static final List<String> NAMES = List.of(
            "case_id",
            "case",
            "case_concept_name",
            "entity",
            "entity_id",
            "user_id",
            "customer_id",
            "visitor_id",
            "lead_id",
            "mql_id",
            "contact_id",
            "account_id",
            "company_id",
            "deal_id",
            "opportunity_id",
            "order_id",
            "session_id",
            "person_id",
            "distinct_id",
            "user",
            "customer",
            "visitor",
            "lead",
            "contact",
            "person",
            "email",
            "id",
            "key");

    int of(CsvTable table) {
        return of(table, Set.of());
    }

    int of(CsvTable table, Set<Integer> taken) {
        if (named.isPresent()) {
            return table.require(named.get());
        }
        var shared = new HashSet<>(table.header());
        tables.forEach(other -> shared.retainAll(other.header()));
        if (tables.size() > 1 && shared.size() == 1) {
            return table.require(shared.iterator().next());
        }
        var guessed = table.guess(NAMES, cells -> !cells.isEmpty());
        if (guessed.isPresent() && !taken.contains(guessed.getAsInt())) {
            return guessed.getAsInt();
        }
        for (int i = 0; i < table.header().size(); i++) {
            int column = i;
            if (!taken.contains(i)
                    && CsvTable.plain(table.header().get(column)).matches(".*(_id|_key|_no|_number|^id)$")) {
                return i;
            }
        }
        throw new Unusable("Which column of %s says whose event it is? Name it by --entity. It has %s."
                .formatted(table.name(), table.header()));
    }
}
