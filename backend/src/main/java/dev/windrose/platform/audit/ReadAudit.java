package dev.windrose.platform.audit;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The audit log for those who answer for the workspace. */
@Component
public class ReadAudit {

    private final AuditStore store;
    private final ObjectProvider<ChangesOfRecord> changes;

    ReadAudit(AuditStore store, ObjectProvider<ChangesOfRecord> changes) {
        this.store = store;
        this.changes = changes;
    }

    /** One more than the limit where there are more. */
    @Transactional(readOnly = true)
    public List<AuditRow> page(AuditQuery query) {
        Permissions.require(Operation.MANAGE, "audit");
        if (query.limit() < 1 || query.limit() > AuditQuery.MOST) {
            throw new AppException(
                    CommonError.BAD_VALUE, "The limit lies between 1 and %d.".formatted(AuditQuery.MOST), "limit");
        }
        if (query.action() != null && AuditAction.of(query.action()).isEmpty()) {
            throw new AppException(CommonError.BAD_VALUE, "There is no such action in the audit log.", "action");
        }
        var record = query.record();
        var sets = record == null
                ? List.<UUID>of()
                : changes.stream().flatMap(source -> source.of(record).stream()).toList();
        return store.page(ActorScope.current().tenant(), query, sets);
    }

    @Transactional(readOnly = true)
    public List<AuditSeal> seals() {
        Permissions.require(Operation.MANAGE, "audit");
        return store.seals(ActorScope.current().tenant(), 100);
    }
}
