/**
 * Reading records: by id, by external id, or by a {@link dev.windrose.records.query.RecordQuery} with a filter tree, sorting and a keyset
 * cursor. {@link dev.windrose.records.query.Records} is the entrance. Checks no permissions: whoever shows the result does.
 */
@NamedInterface("query")
@NullMarked
package dev.windrose.records.query;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
