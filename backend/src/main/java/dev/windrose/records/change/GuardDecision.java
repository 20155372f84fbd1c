package dev.windrose.records.change;

import java.util.List;

/** Says who may decide on changes of some records, beyond the permission to write the same by hand. A bean per rule. */
public interface GuardDecision {

    enum Decision {
        APPLY,
        REFUSE,
        UNDO
    }

    /**
     * @param chosen the operations of the set that are decided on
     * @throws dev.windrose.platform.error.AppException NOT_ALLOWED for who may not
     */
    void check(ChangeSet set, List<ChangeOperation> chosen, Decision decision);
}
