package dev.windrose.records.periods;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.people.Person;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.periods.LaidPast.Known;
import dev.windrose.records.periods.LaidPast.Laid;
import dev.windrose.records.periods.LaidPast.Refused;
import dev.windrose.records.store.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lays what another system knows of the past under what is known here, for many records at once: what began here after the last of it stays, what
 * began before gives way. Can be taken back.
 */
@Component
public class LoadPast {

    private final LaidPeriodStore store;
    private final ReadPast read;
    private final Descriptors descriptors;
    private final AccessChecks access;
    private final Clock clock;

    LoadPast(LaidPeriodStore store, ReadPast read, Descriptors descriptors, AccessChecks access, Clock clock) {
        this.store = store;
        this.read = read;
        this.descriptors = descriptors;
        this.access = access;
        this.clock = clock;
    }

    /** Checks whether the records may be written; whoever calls checks the type and hidden fields. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<LaidPast> lay(List<PastValues> given) {
        return results(given, store.rows(records(given)), true);
    }

    /**
     * What would become of them; writes nothing.
     *
     * @param becoming by record, the values it will have by then, field by field
     */
    @Transactional(readOnly = true)
    public List<LaidPast> preview(List<PastValues> given, Map<UUID, Map<String, String>> becoming) {
        var rows = store.rows(records(given));
        becoming.forEach((record, values) -> values.forEach((field, value) ->
                become(rows.computeIfAbsent(new LaidPeriodStore.Key(record, field), _ -> new ArrayList<>()), value)));
        return results(given, rows, false);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(List<String> added, String before) {
        store.takeBack(added, before);
    }

    private static List<UUID> records(List<PastValues> given) {
        return given.stream().map(PastValues::record).distinct().toList();
    }

    private void become(List<PastRow> rows, String value) {
        if (!rows.isEmpty() && rows.getLast().leftAt() == null) {
            if (rows.getLast().value().equals(value)) {
                return;
            }
            rows.add(rows.removeLast().until(clock.instant()));
        }
        rows.add(PastRow.fresh(value, clock.instant()));
    }

    private List<LaidPast> results(
            List<PastValues> given, Map<LaidPeriodStore.Key, List<PastRow>> rows, boolean write) {
        var names = read.names();
        var reached = new LinkedHashMap<String, Map<UUID, Boolean>>();
        given.stream()
                .collect(Collectors.groupingBy(
                        PastValues::type, Collectors.mapping(PastValues::record, Collectors.toSet())))
                .forEach((type, ids) -> reached.put(type, access.reached(descriptors.get(type), ids)));
        var results = new ArrayList<LaidPast>();
        var writes = new ArrayList<Merged>();
        for (var past : given) {
            boolean allowed = !Boolean.FALSE.equals(reached.get(past.type()).get(past.record()));
            var known = rows.getOrDefault(new LaidPeriodStore.Key(past.record(), past.field()), List.of());
            results.add(
                    allowed
                            ? one(past, known, names, writes)
                            : new Refused(past, AccessChecks.refusal(descriptors.get(past.type()))));
        }
        if (write && !writes.isEmpty()) {
            store.write(writes);
        }
        return results;
    }

    /**
     * @param gone rows that give way
     * @param come rows that take their place
     */
    record Merged(PastValues past, List<PastRow> gone, List<PastRow> come) {}

    private LaidPast one(PastValues past, List<PastRow> known, List<Person> names, List<Merged> writes) {
        try {
            var merged = merge(past, known, names);
            if (shape(merged.gone()).equals(shape(merged.come()))) {
                return new Known(past);
            }
            writes.add(merged);
            var gone = merged.gone().stream().map(PastRow::id).collect(Collectors.toSet());
            return new Laid(
                    past,
                    merged.come().stream()
                            .map(PastRow::id)
                            .filter(id -> !gone.contains(id))
                            .map(UUID::toString)
                            .toList(),
                    Json.write(merged.gone().stream().map(PastRow::json).toList()));
        } catch (AppException e) {
            return new Refused(past, e.getMessage());
        }
    }

    private static Set<List<@Nullable Object>> shape(List<PastRow> rows) {
        var shape = new HashSet<List<@Nullable Object>>();
        for (var row : rows) {
            var one = new ArrayList<@Nullable Object>();
            one.add(row.value());
            one.add(row.enteredAt());
            one.add(row.leftAt());
            shape.add(one);
        }
        return shape;
    }

    private Merged merge(PastValues past, List<PastRow> known, List<Person> names) {
        var loaded = new ArrayList<>(read.past(past.type(), past.field(), past.entries(), names).stream()
                .map(period -> PastRow.of(past, period))
                .toList());
        Instant last = loaded.getLast().enteredAt();
        var kept = known.stream().filter(row -> row.enteredAt().isAfter(last)).toList();
        var gone = new ArrayList<>(
                known.stream().filter(row -> !row.enteredAt().isAfter(last)).toList());
        if (kept.isEmpty()) {
            String current = known.isEmpty() || known.getLast().leftAt() != null
                    ? null
                    : known.getLast().value();
            if (loaded.getLast().leftAt() != null || !loaded.getLast().value().equals(current)) {
                throw ReadPast.wrong("The history ends with %s, but the record is %s."
                        .formatted(loaded.getLast().value(), Objects.requireNonNullElse(current, "without a value")));
            }
            return new Merged(past, gone, loaded);
        }
        var next = kept.getFirst();
        var ending = loaded.removeLast();
        if (ending.leftAt() == null && ending.value().equals(next.value())) {
            gone.add(next);
            loaded.add(next.since(ending));
        } else {
            boolean early = ending.leftAt() != null && ending.leftAt().isBefore(next.enteredAt());
            loaded.add(early ? ending : ending.until(next.enteredAt()));
        }
        return new Merged(past, gone, loaded);
    }
}
