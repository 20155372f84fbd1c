package dev.windrose.workspace.view;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A view as it opens today.
 *
 * @param query without the parts that no longer work
 * @param problems what was left out, in words
 * @param editable by the actor
 */
public record OpenView(SavedView view, Map<String, @Nullable Object> query, List<String> problems, boolean editable) {}
