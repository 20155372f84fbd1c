package dev.windrose.platform.web;

import dev.windrose.platform.people.Workspace;
import java.util.UUID;

/** A workspace as the API shows it. */
record WorkspaceView(
        UUID id, String name, String baseCurrency, String timeZone, String weekStart, int fiscalYearStartMonth) {

    static WorkspaceView of(Workspace workspace) {
        return new WorkspaceView(
                workspace.id().value(),
                workspace.name(),
                workspace.baseCurrency(),
                workspace.timeZone(),
                workspace.weekStart(),
                workspace.fiscalYearStartMonth());
    }
}
