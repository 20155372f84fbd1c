package dev.windrose.workspace.view;

import dev.windrose.workspace.view.SavedView.Layout;
import dev.windrose.workspace.view.SavedView.Visibility;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to set of a view; null leaves it as it is. */
public record ViewChange(
        @Nullable String name,
        @Nullable String recordType,
        @Nullable Layout layout,
        @Nullable Visibility visibility,
        @Nullable Map<String, @Nullable Object> query,
        @Nullable Boolean isDefault) {}
