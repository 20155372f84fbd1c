package dev.windrose.intake;

import dev.windrose.crm.pipeline.Pipelines;
import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.KnownRecords;
import dev.windrose.intake.reading.Message;
import dev.windrose.intake.reading.ReadMessage;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.query.RecordTrail;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings together what reading a text takes: the records, the day in the workspace's zone, what the thread was about. */
@Component
class PrepareReading {

    private final Gazetteer gazetteer;
    private final Records records;
    private final People people;
    private final Workspaces workspaces;
    private final Clock clock;
    private final RecordTrail trail;
    private final Pipelines pipelines;

    PrepareReading(
            Gazetteer gazetteer,
            Records records,
            People people,
            Workspaces workspaces,
            Clock clock,
            RecordTrail trail,
            Pipelines pipelines) {
        this.gazetteer = gazetteer;
        this.records = records;
        this.people = people;
        this.workspaces = workspaces;
        this.clock = clock;
        this.trail = trail;
        this.pipelines = pipelines;
    }

    record Ready(Message message, KnownRecords known, DraftRecords drafts) {}

    Ready of(Incoming incoming, Speaker speaker, Map<String, @Nullable Object> earlier) {
        var workspace = workspaces.current();
        var known = records(ReadMessage.speaksOfBefore(incoming.text()) ? trail : null);
        var received = incoming.receivedAt() != null
                ? incoming.receivedAt()
                : clock.instant().atZone(ZoneId.of(workspace.timeZone())).toOffsetDateTime();
        @Nullable
        KnownRecord view = incoming.record() == null
                        || incoming.recordType() == null
                        || !NameStore.TYPES.contains(incoming.recordType())
                ? null
                : known.find(incoming.recordType(), incoming.record().toString())
                        .orElse(null);
        var message = new Message(
                incoming.text(),
                incoming.channel(),
                received,
                speaker.author(),
                view,
                earlier.isEmpty() ? null : EarlierTurn.of(earlier, known));
        return new Ready(
                message,
                known,
                new DraftRecords(known, pipelines, workspace.baseCurrency(), incoming.text(), incoming.channel()));
    }

    KnownRecords known() {
        return records(null);
    }

    private KnownRecords records(@Nullable RecordTrail history) {
        return new StoredRecords(gazetteer.current(), records, people, pipelines, history);
    }
}
