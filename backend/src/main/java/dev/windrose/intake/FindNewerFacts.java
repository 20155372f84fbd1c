package dev.windrose.intake;

import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.reading.FieldValue;
import dev.windrose.intake.reading.Operation;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Descriptors;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.RecordData;
import dev.windrose.records.query.RecordTrail;
import dev.windrose.records.query.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Holds the day of a message against the days from which on its record says what it says. Old mail that is read late, and a message that is read
 * once more, overwrite nothing that has become true since.
 */
@Component
class FindNewerFacts {

    private final Records records;
    private final RecordTrail trail;
    private final Descriptors descriptors;
    private final Workspaces workspaces;

    FindNewerFacts(Records records, RecordTrail trail, Descriptors descriptors, Workspaces workspaces) {
        this.records = records;
        this.trail = trail;
        this.descriptors = descriptors;
        this.workspaces = workspaces;
    }

    List<NewerFact> than(Incoming message, Operation operation) {
        var received = message.receivedAt();
        var known = operation.record();
        if (received == null || known == null) {
            return List.of();
        }
        var told = received.toInstant();
        var record = records.find(known.type(), UUID.fromString(known.id()));
        // Most messages are newer than all that their record says.
        if (record.isEmpty() || !record.get().updatedAt().isAfter(told)) {
            return List.of();
        }
        var stamps = trail.provenance(known.type(), record.get().id());
        return operation.fields().stream()
                .filter(field -> !same(known, field))
                .flatMap(field ->
                        newer(record.get(), field, stamps, told, message.asked().entriesAfter()).stream())
                .toList();
    }

    private Optional<NewerFact> newer(
            RecordData record,
            FieldValue value,
            Map<String, Object> stamps,
            Instant told,
            @Nullable Instant entriesAfter) {
        var name = DraftRecords.stored(record.type(), value.field());
        // Where nothing stands, nothing is overwritten: the value of the first reading was taken back.
        if (record.value(name) == null) {
            return Optional.empty();
        }
        var since = stamps.get(name) instanceof Map<?, ?> stamp ? since(stamp, told, entriesAfter) : null;
        return since == null
                ? Optional.empty()
                : Optional.of(new NewerFact(
                        value.field(),
                        descriptors
                                .get(record.type())
                                .field(name)
                                .map(FieldDescriptor::label)
                                .orElse(name),
                        LocalDate.ofInstant(
                                since, ZoneId.of(workspaces.current().timeZone()))));
    }

    /** From when on the value is known, where that is after the message; null where it is not. */
    private static @Nullable Instant since(Map<?, ?> stamp, Instant told, @Nullable Instant entriesAfter) {
        if (stamp.get("evidence") instanceof Map<?, ?> evidence && evidence.get("told_at") instanceof String other) {
            var at = Instant.parse(other);
            return at.isAfter(told) ? at : null;
        }
        var entered = stamp.get("at") instanceof String at ? Instant.parse(at) : null;
        return entered != null && entriesAfter != null && entered.isAfter(entriesAfter) ? entered : null;
    }

    private static boolean same(KnownRecord record, FieldValue field) {
        return Objects.equals(record.text(field.field()), String.valueOf(field.value()));
    }
}
