package dev.windrose.platform.audit;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was done. Who did it and when comes from the scope.
 *
 * @param title what it was done to, in words
 * @param details plain JSON values; never a secret, never a value of a record
 */
public record AuditEntry(
        AuditAction action,
        String title,
        @Nullable String recordType,
        @Nullable UUID recordId,
        @Nullable UUID changeSet,
        @Nullable Map<String, ?> evidence,
        Map<String, ? extends @Nullable Object> details) {

    public static AuditEntry of(AuditAction action, String title, Map<String, ? extends @Nullable Object> details) {
        return new AuditEntry(action, title, null, null, null, null, details);
    }
}
