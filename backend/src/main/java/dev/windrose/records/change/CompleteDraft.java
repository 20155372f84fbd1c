package dev.windrose.records.change;

import java.util.List;
import java.util.Set;

/** Changes of other records that a draft brings with it, so that they are decided and undone together. A bean per rule. */
public interface CompleteDraft {

    /** Operations to add; empty for most drafts. Not asked for an undo, nor when a proposal is applied: it has them already. */
    List<DraftOperation> missing(ChangeDraft draft);

    /** Whether writes of these fields may bring other changes with them. Of such drafts one has to be written before the next is completed. */
    boolean concerns(String type, Set<String> fields);
}
