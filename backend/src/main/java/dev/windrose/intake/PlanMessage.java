package dev.windrose.intake;

import dev.windrose.intake.ProposeEntries.Looked;
import dev.windrose.intake.Understand.Read;
import dev.windrose.intake.reading.Understanding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what becomes of all that a message says: of records, and of what the company knows of itself. */
@Component
class PlanMessage {

    private final FindNewerFacts newer;
    private final ProposeEntries entries;

    PlanMessage(FindNewerFacts newer, ProposeEntries entries) {
        this.newer = newer;
        this.entries = entries;
    }

    /** @param understanding with what the entries add to it */
    record Plan(Understanding understanding, List<PlannedWrite> writes) {}

    Looked look(Incoming incoming) {
        return entries.look(incoming);
    }

    /** @param standing what earlier readings of the text have written */
    Plan of(Incoming incoming, Looked looked, Read read, List<Map<String, @Nullable Object>> standing) {
        var known = entries.of(incoming, looked, read.understanding(), read.speaker());
        var writes = new ArrayList<>(PlanWrites.of(
                read.understanding(),
                read.drafts(),
                read.speaker().standing(),
                read.learned(),
                operation -> newer.than(incoming, operation)));
        writes.addAll(known.writes());
        return new Plan(known.with(read.understanding()), AlreadyMade.without(writes, standing));
    }
}
