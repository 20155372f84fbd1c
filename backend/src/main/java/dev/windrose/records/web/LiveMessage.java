package dev.windrose.records.web;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that open streams are told.
 *
 * @param recordType what it is about, where it is about records
 * @param record the one record it is about; null for many
 * @param changeSet the change set it is about, where it is about one as a whole
 */
record LiveMessage(
        String event,
        Map<String, ?> data,
        @Nullable String recordType,
        @Nullable UUID record,
        @Nullable UUID changeSet) {

    /** That something of the type has changed, and nothing else. */
    LiveMessage anonymous() {
        return new LiveMessage(event, Map.of("record_type", String.valueOf(recordType)), recordType, null, null);
    }

    /** @param missed whether something changed between the reading of the page and the opening of its stream */
    static LiveMessage ready(boolean missed) {
        return new LiveMessage("ready", Map.of("missed", missed), null, null, null);
    }

    static LiveMessage plain(String event) {
        return new LiveMessage(event, Map.of(), null, null, null);
    }
}
