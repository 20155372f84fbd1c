package dev.windrose.records.query;

import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.currency.ExchangeRates;
import dev.windrose.records.query.AggregateSql.Group;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts and sums over records, in groups. */
@Component
public class Aggregates {

    private final AggregateStore store;
    private final LabelGroups labels;
    private final Workspaces workspaces;
    private final ExchangeRates rates;

    Aggregates(AggregateStore store, LabelGroups labels, Workspaces workspaces, ExchangeRates rates) {
        this.store = store;
        this.labels = labels;
        this.workspaces = workspaces;
        this.rates = rates;
    }

    @Transactional(readOnly = true)
    public Aggregate of(AggregateQuery query) {
        var result = store.read(query);
        var groups = new LinkedHashMap<List<@Nullable Object>, Tally>();
        var total = new Tally(result.sql());
        for (var part : result.parts()) {
            groups.computeIfAbsent(part.keys(), _ -> new Tally(result.sql())).add(part);
            total.add(part);
        }
        var worth = query.currency() == null ? Map.<String, BigDecimal>of() : rates.on(workspaces.today());
        var ordered = ordered(result.sql().groups, groups);
        var shown = ordered.stream().limit(AggregateQuery.MOST_GROUPS).toList();
        var names = labels.of(
                result.sql().groups, shown.stream().map(Map.Entry::getKey).toList(), query.asOf());
        var answered = new ArrayList<Aggregate.Group>();
        for (int i = 0; i < shown.size(); i++) {
            var key = new LinkedHashMap<String, @Nullable Object>();
            var label = new LinkedHashMap<String, String>();
            for (int j = 0; j < query.groupings().size(); j++) {
                String name = query.groupings().get(j).name();
                key.put(name, shown.get(i).getKey().get(j));
                label.put(name, names.get(i).get(j));
            }
            answered.add(group(query, key, label, shown.get(i).getValue(), worth));
        }
        return new Aggregate(answered, group(query, Map.of(), Map.of(), total, worth), ordered.size() > shown.size());
    }

    private static Aggregate.Group group(
            AggregateQuery query,
            Map<String, @Nullable Object> key,
            Map<String, String> label,
            Tally tally,
            Map<String, BigDecimal> worth) {
        var measures = new LinkedHashMap<String, @Nullable Object>();
        tally.sums.forEach((name, sums) -> measures.put(name, sums.result(query.currency(), worth)));
        return new Aggregate.Group(key, label, tally.count, measures);
    }

    /** In time, or as the choices are ordered; else the largest first. Records without a value come last. */
    private List<Map.Entry<List<@Nullable Object>, Tally>> ordered(
            List<Group> groups, Map<List<@Nullable Object>, Tally> tallies) {
        var order = new ArrayList<>(tallies.entrySet());
        Comparator<Map.Entry<List<@Nullable Object>, Tally>> byCount =
                Comparator.comparing(entry -> -entry.getValue().count);
        var places = byCount;
        for (int i = groups.size() - 1; i >= 0; i--) {
            int place = i;
            if (labels.ordered(groups.get(i))) {
                places = Comparator.<Map.Entry<List<@Nullable Object>, Tally>, String>comparing(entry ->
                                labels.place(groups.get(place), entry.getKey().get(place)))
                        .thenComparing(places);
            }
        }
        order.sort(places);
        return order;
    }

    /** What is known of a group so far. */
    private static final class Tally {

        private long count;
        private final Map<String, Sums> sums = new LinkedHashMap<>();
        private final AggregateSql sql;

        Tally(AggregateSql sql) {
            this.sql = sql;
            sql.measures.forEach(measure -> sums.put(measure.asked().name(), new Sums(measure)));
        }

        void add(AggregateStore.Part part) {
            count += part.count();
            for (int i = 0; i < sql.measures.size(); i++) {
                var sum = sums.get(sql.measures.get(i).asked().name());
                if (sum != null) {
                    sum.add(part.figures().get(i));
                }
            }
        }
    }
}
