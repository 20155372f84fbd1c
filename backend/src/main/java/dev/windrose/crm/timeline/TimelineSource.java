package dev.windrose.crm.timeline;

import java.util.List;
import java.util.Set;

/** Offers entries for the timelines of accounts. Implemented by each module that keeps something about accounts. */
public interface TimelineSource {

    /** The kinds of entries it knows. */
    Set<String> kinds();

    /** The newest first, by time and then id, within the transaction of the caller. */
    List<TimelineItem> entries(TimelineQuery query);
}
