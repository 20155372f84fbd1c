package dev.windrose.platform.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is signed in, where, and what they may do. A token that belongs to nobody has no person. */
record SessionView(
        @Nullable PersonView person,
        WorkspaceView workspace,
        List<String> permissions,
        List<String> scopes,
        Map<String, Boolean> flags,
        @Nullable ViewingAs viewingAs) {

    /** As whom an administrator looks at the workspace, who that is, and when it ends by itself. */
    record ViewingAs(
            UUID personId,
            String name,
            @Nullable UUID by,
            @Nullable Instant until) {}
}
