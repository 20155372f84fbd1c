package dev.windrose.records.query;

import dev.windrose.records.Descriptor;
import dev.windrose.records.RecordData;
import java.util.List;
import java.util.Set;

/** Adds to records what is worked out when they are read. */
public interface CompleteRecords {

    /** @param fields the fields asked for; empty for all */
    List<RecordData> complete(Descriptor type, Set<String> fields, List<RecordData> records);
}
