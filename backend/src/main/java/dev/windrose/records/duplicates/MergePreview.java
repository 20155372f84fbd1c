package dev.windrose.records.duplicates;

import dev.windrose.records.change.ChangeSet;
import java.util.List;
import java.util.UUID;

/**
 * What a merge would make.
 *
 * @param fields what the survivor has afterwards
 */
public record MergePreview(
        UUID survivor, List<KeptField> fields, List<Moving> moves, List<UUID> binned, ChangeSet changes) {

    /** @param from the record whose value it is */
    public record KeptField(String field, String label, Object value, UUID from, SurvivorRule rule) {}

    public record Moving(String type, String label, String field, int count) {}
}
