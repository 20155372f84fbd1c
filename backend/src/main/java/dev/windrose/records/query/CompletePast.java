package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.RecordData;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Adds to records of the past what is worked out of them. */
public interface CompletePast {

    /** In the values of a record: the fields that cannot be told of the past, with the reason. */
    String NOT_AS_OF = "_not_as_of";

    /** @param fields the fields asked for; empty for all */
    List<RecordData> complete(Descriptor type, Set<String> fields, List<RecordData> records, Instant moment);
}
