package dev.windrose.platform.people;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.id.TenantId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The workspaces of this process. */
@Component
public class Workspaces {

    private final WorkspaceStore store;
    private final AuditLog audit;
    private final Clock clock;

    Workspaces(WorkspaceStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    public boolean any() {
        return store.any();
    }

    /** Holds back every other creation until the running transaction ends. */
    public void lockCreation() {
        store.lockCreation();
    }

    public Workspace create(TenantId id, WorkspaceChange settings) {
        var workspace = settings.first(id);
        store.insert(workspace, clock.instant());
        return workspace;
    }

    public Workspace get(TenantId id) {
        return store.find(id).orElseThrow();
    }

    public Workspace current() {
        return get(ActorScope.current().tenant());
    }

    /** The day it is where the workspace is. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of(current().timeZone()));
    }

    @Transactional
    public Workspace change(WorkspaceChange change) {
        Permissions.require(Operation.MANAGE, "workspace");
        var changed = change.on(current());
        store.update(changed);
        audit.append(AuditEntry.of(AuditAction.WORKSPACE_CHANGED, "Settings of the workspace", Map.of()));
        return changed;
    }
}
