package dev.windrose.records.quality;

import java.util.List;

/** What matters of a record type. A bean per type; whoever knows the type offers it. */
public interface QualityRule {

    String type();

    /** Beside what is asked of every type: fields of the list that are empty, addresses that cannot be right, owners who have left. */
    List<QualityCheck> checks();
}
