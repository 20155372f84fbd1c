package dev.windrose.records.derived;

import dev.windrose.records.Descriptor;
import dev.windrose.records.FieldDescriptor;
import dev.windrose.records.query.Filter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A roll-up, resolved.
 *
 * @param child type of the records that are added up
 * @param via their reference to the record that has the roll-up
 * @param value the field of theirs; null for counts
 * @param reads names of all fields of theirs that matter
 */
record Rollup(
        Descriptor child,
        FieldDescriptor via,
        RollupOp op,
        @Nullable FieldDescriptor value,
        Filter filter,
        Set<String> reads) {}
