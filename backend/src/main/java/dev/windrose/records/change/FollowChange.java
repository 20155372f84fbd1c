package dev.windrose.records.change;

/** Keeps tables beside the records in step with them, in the transaction of the change. A bean per table; not asked for previews. */
public interface FollowChange {

    void follow(AppliedChange change);
}
