package dev.windrose.records.periods;

import dev.windrose.events.Event;
import dev.windrose.events.EventLog;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.query.Records;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Which values a field of a record had, from when to when. */
@Component
public class Periods {

    private final Histories histories;
    private final PeriodStore store;
    private final ReadPast read;
    private final Records records;
    private final Descriptors descriptors;
    private final EventLog events;
    private final AccessChecks access;

    Periods(
            Histories histories,
            PeriodStore store,
            ReadPast read,
            Records records,
            Descriptors descriptors,
            EventLog events,
            AccessChecks access) {
        this.histories = histories;
        this.store = store;
        this.read = read;
        this.records = records;
        this.descriptors = descriptors;
        this.events = events;
        this.access = access;
    }

    /** The kept fields of a type, by what addresses call their history. */
    public Map<String, String> histories(String type) {
        return histories.of(type);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Period> of(String type, UUID record, String field) {
        Permissions.require(Operation.READ, type);
        return records.get(type, record).masked().contains(field) ? List.of() : store.of(record, field);
    }

    /**
     * Replaces what is known by what somebody knows from before. The last period is the one that lasts, with the value the record has.
     *
     * @throws AppException naming the first entry that cannot be
     */
    @Transactional
    public List<Period> load(String type, UUID record, String field, List<PastPeriod> entries) {
        Permissions.require(Operation.UPDATE, type);
        access.requireWritable(descriptors.get(type), record);
        var known = records.get(type, record);
        if (known.masked().contains(field)) {
            throw new AppException(CommonError.NOT_ALLOWED, "This field is hidden from your role.", field);
        }
        var value = known.value(field);
        var periods = read.of(type, field, entries, value == null ? null : value.toString());
        replace(Map.of(new PastValues(type, record, field, entries), periods));
        return store.of(record, field);
    }

    /**
     * Says of past values, before anything is written, whether they can be.
     *
     * @param current the value that the record will have
     * @throws AppException naming the first entry that cannot be
     */
    public void check(PastValues past, @Nullable String current) {
        read.of(past.type(), past.field(), past.entries(), current);
    }

    /**
     * Gives records that the running transaction has made the past they had elsewhere, set-wise.
     *
     * @throws AppException naming the first entry that cannot be
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void loadNew(List<PastValues> made) {
        if (made.isEmpty()) {
            return;
        }
        made.stream().map(PastValues::type).distinct().forEach(type -> Permissions.require(Operation.CREATE, type));
        var values = store.lasting(made.stream().map(PastValues::record).toList());
        var names = read.names();
        var all = new LinkedHashMap<PastValues, List<Period>>();
        made.forEach(past -> all.put(
                past,
                read.of(
                        past.type(),
                        past.field(),
                        past.entries(),
                        values.getOrDefault(past.record(), Map.of()).get(past.field()),
                        names)));
        replace(all);
    }

    /** What the body of a new record tells of its past, as {@code stage_history}; the value of the field follows from it unless given. */
    public List<PastValues> taken(String type, UUID record, Map<String, @Nullable Object> body) {
        var taken = new ArrayList<PastValues>();
        histories.of(type).forEach((name, field) -> {
            if (body.containsKey(name + "_history")) {
                var entries = ReadPast.entries(body.remove(name + "_history"));
                taken.add(new PastValues(type, record, field, entries));
                body.computeIfAbsent(field, _ -> ReadPast.last(entries));
            }
        });
        return taken;
    }

    private void replace(Map<PastValues, List<Period>> all) {
        store.replace(all);
        events.append(all.entrySet().stream()
                .map(entry -> Event.about(
                        entry.getKey().type(),
                        entry.getKey().record(),
                        PeriodEvents.PERIODS_LOADED,
                        Map.of(
                                "field",
                                entry.getKey().field(),
                                "entries",
                                entry.getValue().size())))
                .toList());
    }
}
