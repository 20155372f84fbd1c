package dev.windrose.workspace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How somebody left the page of a record: open tabs, panels, what was done last. */
public record WorkspaceState(
        @Nullable Object tabStates,
        @Nullable Object panelConfiguration,
        @Nullable Object recentActions,
        @Nullable Instant updatedAt) {

    static final WorkspaceState NONE = new WorkspaceState(null, null, null, null);
}
