package dev.windrose.records;

import dev.windrose.platform.id.TypedId;

/** A Java record that declares a record type; {@link TypedView} shows stored records as it. */
public interface BusinessRecord<I extends TypedId> {

    I id();
}
