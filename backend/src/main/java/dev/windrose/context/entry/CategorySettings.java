package dev.windrose.context.entry;

import dev.windrose.platform.Role;
import org.jspecify.annotations.Nullable;

/**
 * What holds for all entries of a category.
 *
 * @param review whether edits of live entries, and what is to become live, wait for a reviewer
 * @param reviewerRole from which role on people review
 * @param retentionDays after how many days without a change {@code retentionAction} is done; null for never
 */
public record CategorySettings(
        EntryCategory category,
        boolean review,
        Role reviewerRole,
        @Nullable Integer retentionDays,
        @Nullable RetentionAction retentionAction) {

    static CategorySettings usual(EntryCategory category) {
        return new CategorySettings(category, false, Role.ADMIN, null, null);
    }
}
