package dev.windrose.records.custom;

import dev.windrose.records.FieldUses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the schema means for what is there.
 *
 * @param records of the type, without those in the bin
 * @param values records that have a value in the field
 * @param invalid records whose value, or lack of one, would not be accepted any more
 * @param checked how many records a condition was tried on, where not on all of them
 * @param usedIn where else the field is used
 */
public record Impact(
        long records, long values, long invalid, @Nullable Long checked, List<FieldUses.Use> usedIn) {

    static final Impact NONE = new Impact(0, 0, 0, null, List.of());
}
