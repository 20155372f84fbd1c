package dev.windrose.records.duplicates;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * @param merged records that become part of the survivor
 * @param fields the record whose value is kept, for the fields that somebody chose
 */
public record MergeOrder(String type, UUID survivor, List<UUID> merged, Map<String, UUID> fields) {

    public MergeOrder {
        merged = merged.stream().distinct().toList();
        fields = Map.copyOf(fields);
    }
}
