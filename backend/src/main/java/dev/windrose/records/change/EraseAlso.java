package dev.windrose.records.change;

import java.util.Collection;
import java.util.UUID;

/** Removes what lies beside records of a type, outside of their rows, when they go for good. A bean per type. */
public interface EraseAlso {

    String recordType();

    /** Called in the transaction that erases, before the rows go. What cannot be taken back is done after it. */
    void erasing(Collection<UUID> ids);
}
