package dev.windrose.records;

import dev.windrose.platform.id.TypedId;

/** A typed view of a record. Its canonical constructor takes the stored values. */
public interface BusinessRecord<I extends TypedId> {

    I id();
}
