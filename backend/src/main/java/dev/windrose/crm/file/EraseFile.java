package dev.windrose.crm.file;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Records;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes the content of a file for good with those before it, and moves the file to the bin. */
@Component
public class EraseFile {

    private final FileStore store;
    private final DropContents drop;
    private final Records records;
    private final Changes changes;
    private final Clock clock;

    EraseFile(FileStore store, DropContents drop, Records records, Changes changes, Clock clock) {
        this.store = store;
        this.drop = drop;
        this.records = records;
        this.changes = changes;
        this.clock = clock;
    }

    /** Content that another file has too stays for that one. */
    @Transactional
    public void of(UUID id) {
        Permissions.require(Operation.DELETE, "file");
        var file = records.get("file", id);
        if (file.text("content_hash") == null || file.value("erased_at") != null) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var update = DraftOperation.update("file", id, Map.of("erased_at", now, "thumbnail", false));
        var draft = file.binned()
                ? ChangeDraft.of(
                        Cause.person(),
                        "",
                        DraftOperation.restore("file", id),
                        update,
                        DraftOperation.delete("file", id))
                : ChangeDraft.of(Cause.person(), "", update, DraftOperation.delete("file", id));
        changes.apply(draft.writingReadOnly());
        drop.later(store.hashes(id));
    }
}
