package dev.windrose.records.derived;

import dev.windrose.platform.jobs.JobRequest;
import dev.windrose.platform.jobs.Jobs;
import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.expression.Expression;
import dev.windrose.records.expression.Moment;
import dev.windrose.records.expression.Result;
import dev.windrose.records.store.Json;
import dev.windrose.records.store.RowStore;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Works computed fields out again after something was touched, level by level, in the transaction of the write. */
@Component
class Recompute {

    /** What reaches more records than these is caught up by a job, so that a save stays a save. */
    private static final int MOST_AT_ONCE = 20_000;

    private final Definitions definitions;
    private final FindDependants findDependants;
    private final RowStore rows;
    private final LoadLinks loadLinks;
    private final ComputeRollups rollups;
    private final KeepResults keep;
    private final Jobs jobs;

    Recompute(
            Definitions definitions,
            FindDependants findDependants,
            RowStore rows,
            LoadLinks loadLinks,
            ComputeRollups rollups,
            KeepResults keep,
            Jobs jobs) {
        this.definitions = definitions;
        this.findDependants = findDependants;
        this.rows = rows;
        this.loadLinks = loadLinks;
        this.rollups = rollups;
        this.keep = keep;
        this.jobs = jobs;
    }

    void after(Touched touched, Moment moment) {
        for (var unit : definitions.current().units()) {
            var targets = targets(unit, touched);
            var all = new LinkedHashSet<UUID>();
            targets.values().forEach(all::addAll);
            if (all.size() > MOST_AT_ONCE) {
                unit.forEach(definition -> catchUp(definition.type(), definition.field()));
            } else if (!all.isEmpty()) {
                workOut(unit, targets, all, touched, moment);
            }
        }
    }

    /** Works a field out for all records of its type, in the background. */
    void catchUp(Descriptor type, FieldDescriptor field) {
        jobs.enqueue(JobRequest.of(BackfillJob.TYPE, new BackfillJob.Input(type.name(), field.name())));
    }

    /** What is read on the same record follows at once. */
    private Map<Definition, Set<UUID>> targets(List<Definition> unit, Touched touched) {
        var targets = new LinkedHashMap<Definition, Set<UUID>>();
        for (var definition : unit) {
            var ids = new LinkedHashSet<>(findDependants.of(definition, touched));
            var own = definition.ownReads();
            targets.forEach((other, others) -> {
                if (own.contains(other.field().name())) {
                    ids.addAll(others);
                }
            });
            if (!ids.isEmpty()) {
                targets.put(definition, ids);
            }
        }
        return targets;
    }

    private void workOut(
            List<Definition> unit, Map<Definition, Set<UUID>> targets, Set<UUID> all, Touched touched, Moment moment) {
        var type = unit.getFirst().type();
        var found = rows.lock(type, all);
        var values = new LinkedHashMap<UUID, Map<String, Object>>();
        found.forEach((id, row) -> values.put(id, new LinkedHashMap<>(row.values())));
        var formulas = targets.keySet().stream()
                .map(Definition::formula)
                .filter(Objects::nonNull)
                .toList();
        var links = loadLinks.of(type, formulas, values.values(), true);
        var results = new LinkedHashMap<UUID, Map<FieldDescriptor, Result>>();
        targets.forEach((definition, ids) -> {
            var added =
                    definition.rollup() == null ? Map.<UUID, Result>of() : rollups.of(definition.rollup(), ids, moment);
            for (var id : ids) {
                var record = values.get(id);
                if (record != null) {
                    var result = definition.formula() != null
                            ? definition.formula().evaluate(new Linked(type, record, links), moment)
                            : added.getOrDefault(id, Result.because(String.valueOf(definition.broken())));
                    results.computeIfAbsent(id, _ -> new LinkedHashMap<>()).put(definition.field(), result);
                    if (set(record, definition.field().name(), result)) {
                        touched.field(type.name(), id, definition.field().name());
                    }
                }
            }
        });
        keep.of(type, results);
    }

    private static boolean set(Map<String, Object> record, String field, Result result) {
        Object value = result.value();
        Object before = value == null ? record.remove(field) : record.put(field, value);
        return !Json.same(before, value);
    }

    /** What an expression gives for one record as it is, or would be. */
    Result preview(Expression expression, Map<String, Object> values, Moment moment) {
        var links = loadLinks.of(expression.type(), List.of(expression), List.of(values), false);
        return expression.evaluate(new Linked(expression.type(), values, links), moment);
    }
}
