package dev.windrose.records.duplicates;

import java.util.List;
import java.util.UUID;

/** Rows beside the records that follow a record into the one it is merged with. A bean per table; in the transaction of the merge. */
public interface MovesWithRecord {

    /** Names the part in what is kept of a merge; never change it. */
    String name();

    /** @return the rows that were moved, so that an undo takes these back and no others */
    List<String> move(String type, UUID from, UUID into);

    void back(String type, UUID from, UUID into, List<String> moved);
}
