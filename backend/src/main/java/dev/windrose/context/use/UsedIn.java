package dev.windrose.context.use;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an entry was used: a record of this workspace, or something outside of it.
 *
 * @param kind {@code email}, {@code call}, {@code page}, {@code deck}, {@code quote} and so on
 * @param recordType null for what is outside
 * @param label what people call it
 * @param url where it is, for what is outside
 */
public record UsedIn(
        String kind,
        @Nullable String recordType,
        @Nullable UUID recordId,
        String label,
        @Nullable String url) {

    public static UsedIn record(String kind, String type, UUID id, String label) {
        return new UsedIn(kind, type, id, label, null);
    }

    public static UsedIn outside(String kind, String label, @Nullable String url) {
        return new UsedIn(kind, null, null, label, url);
    }

    /** The same place has the same key, so that it is counted once. */
    String key() {
        return recordType != null ? recordType + "/" + recordId : kind + "/" + (url == null ? label : url);
    }
}
