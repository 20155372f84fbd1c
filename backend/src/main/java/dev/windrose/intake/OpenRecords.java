package dev.windrose.intake;

import dev.windrose.crm.pipeline.Pipelines;
import dev.windrose.intake.learning.Learned;
import dev.windrose.intake.names.KnownRecords;
import dev.windrose.platform.people.People;
import dev.windrose.records.query.RecordTrail;
import dev.windrose.records.query.Records;
import org.springframework.stereotype.Component;

/** Opens the records of the workspace for one message, as far as whoever hands it in may know them. */
@Component
class OpenRecords {

    private final Gazetteer gazetteer;
    private final SeenNames seen;
    private final Records records;
    private final People people;
    private final Pipelines pipelines;
    private final RecordTrail trail;

    OpenRecords(
            Gazetteer gazetteer,
            SeenNames seen,
            Records records,
            People people,
            Pipelines pipelines,
            RecordTrail trail) {
        this.gazetteer = gazetteer;
        this.seen = seen;
        this.records = records;
        this.people = people;
        this.pipelines = pipelines;
        this.trail = trail;
    }

    /** @param withHistory where the text speaks of what was before */
    KnownRecords of(boolean withHistory, Learned learned) {
        return new StoredRecords(
                gazetteer.current(), records, people, pipelines, withHistory ? trail : null, seen, learned);
    }
}
