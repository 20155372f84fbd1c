package dev.windrose.workspace.archive;

import dev.windrose.events.Event;
import dev.windrose.events.EventLog;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.access.AdmitPeople;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.cache.SharedCache;
import dev.windrose.platform.people.WorkspaceChange;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the product has to know once the rows of an archive are there. */
@Component
class FinishImport {

    private final Workspaces workspaces;
    private final Descriptors descriptors;
    private final SharedCache cache;
    private final EventLog events;
    private final AuditLog audit;
    private final AdmitPeople admit;

    FinishImport(
            Workspaces workspaces,
            Descriptors descriptors,
            SharedCache cache,
            EventLog events,
            AuditLog audit,
            AdmitPeople admit) {
        this.workspaces = workspaces;
        this.descriptors = descriptors;
        this.cache = cache;
        this.events = events;
        this.audit = audit;
        this.admit = admit;
    }

    /** Fields and types of the workspace's own are other ones at the end of the transaction, here and in every process. */
    void typesHaveChanged() {
        descriptors.changed();
    }

    void with(Manifest manifest) {
        var settings = manifest.workspace();
        workspaces.change(new WorkspaceChange(
                settings.name(),
                settings.baseCurrency(),
                settings.timeZone(),
                settings.weekStart(),
                settings.fiscalYearStartMonth()));
        typesHaveChanged();
        admit.everybody();
        audit.append(
                AuditEntry.of(AuditAction.WORKSPACE_CHANGED, "Workspace imported", Map.of("rows", manifest.rows())));
        events.append(Event.of(ArchiveEvents.WORKSPACE_IMPORTED, Map.of("rows", manifest.rows())));
        cache.changed(
                ActorScope.current().tenant(),
                descriptors.all().stream().map(Descriptor::name).toList());
    }
}
