package dev.windrose.intake;

import dev.windrose.crm.pipeline.Pipelines;
import dev.windrose.intake.learning.Learned;
import dev.windrose.intake.names.KnownRecord;
import dev.windrose.intake.names.KnownRecords;
import dev.windrose.intake.reading.Message;
import dev.windrose.intake.reading.ReadMessage;
import dev.windrose.llm.heads.Heads;
import dev.windrose.platform.people.Workspace;
import dev.windrose.platform.people.Workspaces;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings together what reading a text takes: the records, the day in the workspace's zone, what the thread was about. */
@Component
class PrepareReading {

    private static final SameForAll.Key<Workspace> WORKSPACE = new SameForAll.Key<>("workspace");

    private final OpenRecords open;
    private final Workspaces workspaces;
    private final Clock clock;
    private final Pipelines pipelines;
    private final Heads heads;

    PrepareReading(OpenRecords open, Workspaces workspaces, Clock clock, Pipelines pipelines, Heads heads) {
        this.open = open;
        this.workspaces = workspaces;
        this.clock = clock;
        this.pipelines = pipelines;
        this.heads = heads;
    }

    record Ready(Message message, KnownRecords known, DraftRecords drafts, Heads heads) {}

    Ready of(Incoming incoming, Speaker speaker, Map<String, @Nullable Object> earlier, Learned learned) {
        var workspace = SameForAll.once(WORKSPACE, workspaces::current);
        var known = open.of(ReadMessage.speaksOfBefore(incoming.text()), learned);
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
                earlier.isEmpty() ? null : EarlierTurn.of(earlier, known),
                incoming.asked().whateverKind(),
                workspace.fiscalYearStartMonth());
        return new Ready(message, known, new DraftRecords(known, pipelines, workspace.baseCurrency(), incoming), heads);
    }

    KnownRecords known() {
        return open.of(false, Learned.nothing());
    }
}
