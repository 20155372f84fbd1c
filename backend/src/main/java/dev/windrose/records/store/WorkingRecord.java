package dev.windrose.records.store;

import dev.windrose.records.Descriptor;
import dev.windrose.records.ExternalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A record while the operations of one change set take effect on it, one after the other; written once at the end. */
public final class WorkingRecord {

    private static final String ALL = "*";

    public final Descriptor type;
    public final UUID id;
    public final boolean fresh;
    public final Map<String, Object> values;
    public final Map<String, Object> provenance;
    public final List<ExternalId> newExternalIds = new ArrayList<>();
    private final Set<String> changed = new TreeSet<>();
    private boolean written;
    private boolean wasBinned;
    private long version;
    private @Nullable Instant deletedAt;

    private WorkingRecord(
            Descriptor type, UUID id, boolean fresh, Map<String, Object> values, Map<String, Object> provenance) {
        this.type = type;
        this.id = id;
        this.fresh = fresh;
        this.values = new LinkedHashMap<>(values);
        this.provenance = new LinkedHashMap<>(provenance);
    }

    public static WorkingRecord fresh(Descriptor type, UUID id) {
        return new WorkingRecord(type, id, true, Map.of(), Map.of());
    }

    public static WorkingRecord of(Descriptor type, Row row) {
        var record = new WorkingRecord(type, row.id(), false, row.values(), row.provenance());
        record.version = row.version();
        record.deletedAt = row.deletedAt();
        record.wasBinned = record.binned();
        return record;
    }

    public long version() {
        return version;
    }

    public boolean binned() {
        return deletedAt != null;
    }

    public boolean written() {
        return written;
    }

    /** Who set the field last. */
    public @Nullable Object stamp(String field) {
        return values.containsKey(field) ? provenance.getOrDefault(field, provenance.get(ALL)) : provenance.get(field);
    }

    public void stampAll(Object stamp) {
        provenance.put(ALL, stamp);
    }

    public void set(String field, @Nullable Object value) {
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
        changed.add(field);
    }

    public void bin(@Nullable Instant at) {
        deletedAt = at;
    }

    /** Ends one operation; answers the version the record has now. */
    public long nextVersion() {
        written = true;
        return ++version;
    }

    public RowWrite write(Instant at) {
        return new RowWrite(
                type, id, version, at, deletedAt, values, provenance, Set.copyOf(changed), wasBinned != binned());
    }
}
