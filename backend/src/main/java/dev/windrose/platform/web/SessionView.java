package dev.windrose.platform.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is signed in, where, and what they may do. A token that belongs to nobody has no person. */
record SessionView(
        @Nullable PersonView person,
        WorkspaceView workspace,
        List<String> permissions,
        List<String> scopes,
        Map<String, Boolean> flags) {}
