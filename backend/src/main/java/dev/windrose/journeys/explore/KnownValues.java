package dev.windrose.journeys.explore;

import dev.windrose.journeys.engine.Condition;
import dev.windrose.journeys.engine.Dimension;
import dev.windrose.journeys.engine.JourneyAnswer;
import dev.windrose.journeys.engine.JourneyQuery;
import dev.windrose.journeys.engine.fold.Buckets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What kinds of events a period has, and with which values. */
@Component
public class KnownValues {

    private static final int MOST = 300;

    private final SeenJourneys journeys;
    private final EntitiesBehind names;

    KnownValues(SeenJourneys journeys, EntitiesBehind names) {
        this.journeys = journeys;
        this.names = names;
    }

    public record Value(String value, String label, long events) {}

    /**
     * @param values by dimension, the most frequent first; events without one are counted with the empty text
     * @param leftOut how many values of each dimension are not named
     */
    public record Vocabulary(boolean whole, Map<String, List<Value>> values, Map<String, Integer> leftOut) {}

    @Transactional(readOnly = true)
    public Vocabulary of(JourneyQuery.Scope scope) {
        var values = new LinkedHashMap<String, List<Value>>();
        var leftOut = new HashMap<String, Integer>();
        var engine = journeys.over(series(scope, Dimension.KIND));
        for (var dimension : Dimension.values()) {
            var counted = counted((JourneyAnswer.Series) engine.answer(series(scope, dimension)));
            var first = counted.subList(0, Math.min(MOST, counted.size()));
            values.put(dimension.column(), dimension == Dimension.PRODUCT ? named(first) : first);
            leftOut.put(dimension.column(), counted.size() - first.size());
        }
        return new Vocabulary(journeys.whole(), values, leftOut);
    }

    /** In which currencies the amounts of conversions are. */
    @Transactional(readOnly = true)
    public List<String> currencies(JourneyQuery.Attribution query) {
        var answer = (JourneyAnswer.Series) journeys.answer(new JourneyQuery.Series(
                query.scope(), query.conversion(), Buckets.Unit.QUARTER, ZoneOffset.UTC, List.of(Dimension.CURRENCY)));
        return counted(answer).stream()
                .map(Value::value)
                .filter(currency -> !currency.isEmpty())
                .toList();
    }

    private static JourneyQuery.Series series(JourneyQuery.Scope scope, Dimension dimension) {
        return new JourneyQuery.Series(scope, Condition.ANY, Buckets.Unit.QUARTER, ZoneOffset.UTC, List.of(dimension));
    }

    private static List<Value> counted(JourneyAnswer.Series answer) {
        var counted = new ArrayList<Value>();
        for (var group : answer.groups()) {
            long events = group.events().stream().mapToLong(Long::longValue).sum();
            if (events > 0) {
                counted.add(new Value(group.values().getFirst(), group.values().getFirst(), events));
            }
        }
        counted.sort(Comparator.comparingLong(Value::events).reversed().thenComparing(Value::value));
        return counted;
    }

    private List<Value> named(List<Value> products) {
        var known = names.products(products.stream().map(Value::value).toList());
        return products.stream()
                .map(each -> new Value(each.value(), known.getOrDefault(each.value(), each.label()), each.events()))
                .toList();
    }
}
