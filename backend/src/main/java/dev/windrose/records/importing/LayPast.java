package dev.windrose.records.importing;

import dev.windrose.records.importing.LoadedPastStore.Line;
import dev.windrose.records.importing.LoadedPastStore.Loaded;
import dev.windrose.records.importing.RowResult.Change;
import dev.windrose.records.importing.RowResult.Outcome;
import dev.windrose.records.periods.LaidPast;
import dev.windrose.records.periods.LaidPast.Known;
import dev.windrose.records.periods.LaidPast.Laid;
import dev.windrose.records.periods.LaidPast.Refused;
import dev.windrose.records.periods.LoadPast;
import dev.windrose.records.periods.PastPeriod;
import dev.windrose.records.periods.PastValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives records the past that a file tells of. Needs a transaction. */
@Component
class LayPast {

    private static final int RECORDS = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final LoadPast load;
    private final LoadedPastStore store;
    private final LaterRecords later;

    LayPast(LoadPast load, LoadedPastStore store, LaterRecords later) {
        this.load = load;
        this.store = store;
        this.later = later;
    }

    /**
     * @param entries past values that came
     * @param last null where nothing is left
     */
    record Done(
            List<RowResult> rows, long entries, @Nullable UUID last) {}

    /**
     * Rows that are records, once these are written.
     *
     * @param results what became of the rows, one for one
     * @param write false to find out only
     */
    Done ofRecords(Import file, Target target, List<RowDraft> rows, List<RowResult> results, boolean write) {
        var given = new ArrayList<PastValues>();
        var becoming = new HashMap<UUID, Map<String, String>>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var result = results.get(i);
            if (row.operation != null && result.outcome() != Outcome.REFUSED) {
                UUID record = row.operation.recordId();
                row.past.forEach((field, entries) ->
                        given.add(new PastValues(target.type().name(), record, field, entries)));
                result.fields().stream()
                        .filter(change -> row.past.containsKey(change.field()) && change.after() != null)
                        .forEach(change -> becoming.computeIfAbsent(record, _ -> new HashMap<>())
                                .put(change.field(), String.valueOf(change.after())));
            }
        }
        if (given.isEmpty()) {
            return new Done(results, 0, null);
        }
        var laid = write ? load.lay(given) : load.preview(given, becoming);
        if (write) {
            keep(file, laid, Map.of());
        }
        var byRecord = new HashMap<UUID, List<LaidPast>>();
        laid.forEach(one -> byRecord.computeIfAbsent(one.past().record(), _ -> new ArrayList<>())
                .add(one));
        var told = new ArrayList<RowResult>();
        for (int i = 0; i < rows.size(); i++) {
            var operation = rows.get(i).operation;
            var of = operation == null ? null : byRecord.get(operation.recordId());
            told.add(of == null ? results.get(i) : told(results.get(i), of));
        }
        return new Done(told, entries(laid), null);
    }

    private static RowResult told(RowResult result, List<LaidPast> laid) {
        var told = result;
        for (var one : laid) {
            told = switch (one) {
                case Laid some ->
                    told.with(new Change(
                            some.past().field(),
                            null,
                            null,
                            "%d past values".formatted(some.past().entries().size())));
                case Known known -> told;
                case Refused refused -> told.because("Its past is left out: %s".formatted(refused.why()));
            };
        }
        return told;
    }

    private static long entries(List<LaidPast> laid) {
        return laid.stream()
                .filter(Laid.class::isInstance)
                .mapToLong(one -> one.past().entries().size())
                .sum();
    }

    private void keep(Import file, List<LaidPast> laid, Map<UUID, Long> lines) {
        store.insert(
                file.id(),
                laid.stream()
                        .filter(Laid.class::isInstance)
                        .map(one -> new Loaded((Laid) one, lines.get(one.past().record())))
                        .toList());
    }

    /** The next records of a file of changes; the first come after null. */
    Done ofChanges(Import file, Target target, List<Import> before, @Nullable UUID after, boolean write) {
        UUID from = after == null ? FIRST : after;
        var records = store.records(file.id(), from, RECORDS);
        if (records.isEmpty()) {
            return new Done(List.of(), 0, null);
        }
        var lines = store.lines(file.id(), from, records.getLast());
        var given = given(target, lines);
        var laid = write ? load.lay(given) : load.preview(given, becoming(file, given, before));
        if (write) {
            var first = new HashMap<UUID, Long>();
            lines.forEach(line -> first.putIfAbsent(line.record(), line.line()));
            keep(file, laid, first);
        }
        var byField = new HashMap<List<Object>, LaidPast>();
        laid.forEach(one -> byField.put(List.of(one.past().record(), one.past().field()), one));
        var results = new ArrayList<RowResult>();
        for (var line : lines) {
            past(line.values())
                    .forEach((field, entries) -> results.add(
                            result(target, line, entries.getFirst(), byField.get(List.of(line.record(), field)))));
        }
        return new Done(results, entries(laid), records.getLast());
    }

    private static List<PastValues> given(Target target, List<Line> lines) {
        var entries = new LinkedHashMap<List<Object>, List<PastPeriod>>();
        for (var line : lines) {
            past(line.values()).forEach((field, some) -> entries.computeIfAbsent(
                            List.of(line.record(), field), _ -> new ArrayList<>())
                    .addAll(some));
        }
        var given = new ArrayList<PastValues>();
        entries.forEach((key, some) -> given.add(
                new PastValues(target.type().name(), (UUID) key.getFirst(), String.valueOf(key.getLast()), some)));
        return given;
    }

    /** What records that are not there yet will have. */
    private Map<UUID, Map<String, String>> becoming(Import file, List<PastValues> given, List<Import> before) {
        var values = later.values(
                file, given.stream().map(PastValues::record).distinct().toList(), before);
        var becoming = new HashMap<UUID, Map<String, String>>();
        for (var past : given) {
            var ofRecord = values.get(past.record());
            if (ofRecord != null && ofRecord.get(past.field()) instanceof String value) {
                becoming.computeIfAbsent(past.record(), _ -> new HashMap<>()).put(past.field(), value);
            }
        }
        return becoming;
    }

    static Map<String, List<PastPeriod>> past(Map<String, Object> values) {
        var past = new LinkedHashMap<String, List<PastPeriod>>();
        values.forEach((name, value) -> {
            if (name.startsWith(ReadPastRow.MARK)) {
                past.put(name.substring(ReadPastRow.MARK.length()), ReadPastRow.entries(value));
            }
        });
        return past;
    }

    private static RowResult result(Target target, Line line, PastPeriod entry, @Nullable LaidPast laid) {
        var outcome =
                switch (laid) {
                    case Laid some -> Outcome.UPDATE;
                    case Known known -> Outcome.UNCHANGED;
                    case Refused refused -> Outcome.REFUSED;
                    case null -> Outcome.UNCHANGED;
                };
        boolean there = line.state() != RowState.LATER;
        var change = new Change(
                laid == null ? "" : laid.past().field(),
                null,
                entry.value(),
                "%s to %s".formatted(entry.enteredAt(), entry.leftAt() == null ? "the next" : entry.leftAt()));
        return new RowResult(
                line.number(),
                line.line(),
                outcome,
                null,
                there ? line.record() : null,
                outcome == Outcome.UPDATE ? List.of(change) : List.of(),
                laid instanceof Refused refused ? refused.why() : null,
                laid instanceof Refused refused ? refused.past().field() : null,
                laid instanceof Refused ? DryRunStore.named(target.header(), line.cells()) : Map.of());
    }
}
