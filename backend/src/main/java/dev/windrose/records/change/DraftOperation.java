package dev.windrose.records.change;

import dev.windrose.platform.id.Ids;
import dev.windrose.records.ExternalId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing to do to one record. Later operations of a draft may refer to a record that an earlier one creates, by {@link #recordId}.
 *
 * @param baseVersion the version the caller has seen; null takes the record as it is
 * @param values JSON values or the Java types of the kinds; null empties a field
 * @param expected values a field must still have to be changed; checked only for the fields it names
 * @param stamps who had set the field, where an undo returns a value to its former source
 */
public record DraftOperation(
        UUID id,
        Op op,
        String type,
        UUID recordId,
        @Nullable Long baseVersion,
        Map<String, @Nullable Object> values,
        List<ExternalId> externalIds,
        Map<String, FieldNote> notes,
        @Nullable Evidence evidence,
        @Nullable Double confidence,
        Map<String, @Nullable Object> expected,
        Map<String, Object> stamps) {

    public static DraftOperation create(String type, Map<String, ? extends @Nullable Object> values) {
        return create(type, Ids.next(), values);
    }

    /** @param record a new id */
    public static DraftOperation create(String type, UUID record, Map<String, ? extends @Nullable Object> values) {
        return of(Op.CREATE, type, record, values);
    }

    public static DraftOperation update(String type, UUID record, Map<String, ? extends @Nullable Object> values) {
        return of(Op.UPDATE, type, record, values);
    }

    public static DraftOperation delete(String type, UUID record) {
        return of(Op.DELETE, type, record, Map.of());
    }

    public static DraftOperation restore(String type, UUID record) {
        return of(Op.RESTORE, type, record, Map.of());
    }

    static DraftOperation of(Op op, String type, UUID record, Map<String, ? extends @Nullable Object> values) {
        return new DraftOperation(
                Ids.next(),
                op,
                type,
                record,
                null,
                Collections.unmodifiableMap(new LinkedHashMap<>(values)),
                List.of(),
                Map.of(),
                null,
                null,
                Map.of(),
                Map.of());
    }

    public DraftOperation basedOn(long version) {
        return new DraftOperation(
                id, op, type, recordId, version, values, externalIds, notes, evidence, confidence, expected, stamps);
    }

    public DraftOperation knownAs(List<ExternalId> ids) {
        return new DraftOperation(
                id,
                op,
                type,
                recordId,
                baseVersion,
                values,
                List.copyOf(ids),
                notes,
                evidence,
                confidence,
                expected,
                stamps);
    }

    /** Evidence of the whole operation. */
    public DraftOperation because(@Nullable Evidence why, @Nullable Double sure) {
        return new DraftOperation(
                id, op, type, recordId, baseVersion, values, externalIds, notes, why, sure, expected, stamps);
    }

    /** Evidence of single fields. */
    public DraftOperation noting(Map<String, FieldNote> fieldNotes) {
        return new DraftOperation(
                id,
                op,
                type,
                recordId,
                baseVersion,
                values,
                externalIds,
                Map.copyOf(fieldNotes),
                evidence,
                confidence,
                expected,
                stamps);
    }

    /** The same with other values. */
    public DraftOperation setting(Map<String, ? extends @Nullable Object> others) {
        return new DraftOperation(
                id,
                op,
                type,
                recordId,
                baseVersion,
                Collections.unmodifiableMap(new LinkedHashMap<>(others)),
                externalIds,
                notes,
                evidence,
                confidence,
                expected,
                stamps);
    }

    DraftOperation expecting(Map<String, @Nullable Object> current, Map<String, Object> formerStamps) {
        return new DraftOperation(
                id,
                op,
                type,
                recordId,
                baseVersion,
                values,
                externalIds,
                notes,
                evidence,
                confidence,
                current,
                formerStamps);
    }

    DraftOperation called(UUID other) {
        return new DraftOperation(
                other,
                op,
                type,
                recordId,
                baseVersion,
                values,
                externalIds,
                notes,
                evidence,
                confidence,
                expected,
                stamps);
    }
}
