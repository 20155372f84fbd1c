package dev.windrose.records.custom;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.SchemaChanged;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what was changed in the schema, with the definition before and after, and in the audit log. */
@Component
class TellSchemaChange {

    private final SchemaChangeStore changes;
    private final AuditLog audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TellSchemaChange(SchemaChangeStore changes, AuditLog audit, ApplicationEventPublisher events, Clock clock) {
        this.changes = changes;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @return the id of the change */
    UUID record(
            String subject,
            UUID subjectId,
            @Nullable Map<String, @Nullable Object> before,
            Map<String, @Nullable Object> after,
            Impact impact,
            String summary,
            @Nullable UUID rollsBack) {
        var actor = ActorScope.current();
        var change = new SchemaChange(
                Ids.next(),
                clock.instant(),
                actor.name(),
                actor.person(),
                summary,
                subject,
                subjectId,
                before,
                after,
                DefinitionJson.of(impact),
                rollsBack,
                null);
        changes.insert(change);
        audit.append(AuditEntry.of(
                AuditAction.SCHEMA_CHANGED,
                summary,
                Map.of("change_id", change.id().toString(), "subject", subject)));
        events.publishEvent(new SchemaChanged(actor.tenant()));
        if (rollsBack != null) {
            changes.rolledBack(rollsBack, change.id());
        }
        return change.id();
    }
}
