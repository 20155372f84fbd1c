package dev.windrose.crm.file;

import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.RecordData;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.Records;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The contents that a file had one after the other. Its id stays, so whatever leads to the file leads to the newest. */
@Component
public class FileVersions {

    private final ReceiveFile receive;
    private final StoredFiles files;
    private final FileVersionStore store;
    private final FileStore contents;
    private final Records records;
    private final Changes changes;
    private final TransactionTemplate transaction;

    FileVersions(
            ReceiveFile receive,
            StoredFiles files,
            FileVersionStore store,
            FileStore contents,
            Records records,
            Changes changes,
            TransactionTemplate transaction) {
        this.receive = receive;
        this.files = files;
        this.store = store;
        this.contents = contents;
        this.records = records;
        this.changes = changes;
        this.transaction = transaction;
    }

    /**
     * The newest first.
     *
     * @param current the number of the one that the file has now
     */
    public record Listed(List<FileVersion> versions, int current) {}

    public Listed of(UUID id) {
        return transaction.execute(_ -> {
            var file = readable(id);
            var kept = store.of(id);
            int current = file.value("version_number") instanceof Long number ? number.intValue() : 1;
            return new Listed(kept.isEmpty() ? contents.asFirst(id).stream().toList() : kept, current);
        });
    }

    /**
     * Gives the file a new content. Those it had stay.
     *
     * @throws AppException BAD_VALUE also where it is the content that the file has now
     */
    public void add(UUID id, String name, InputStream content) {
        Permissions.require(Operation.UPDATE, "file");
        var received = receive.of(name, content);
        try {
            transaction.executeWithoutResult(_ -> kept(id, received));
        } finally {
            received.drop();
        }
    }

    private void kept(UUID id, ReceivedFile received) {
        store.lock(id);
        var file = readable(id);
        if (received.hash().equals(file.text("content_hash"))) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "\"%s\" is what this file holds already.".formatted(received.name()),
                    "file");
        }
        contents.lock(received.hash());
        contents.keepFirst(id);
        int number = store.add(id, received);
        var values = received.values();
        // What people call it stays, unless it would say something else than what is in it.
        if (received.type().media().equals(file.text("content_type"))) {
            values.remove("name");
        }
        values.put("version_number", number);
        change(id, "Version %d".formatted(number), values);
        files.keep(received);
    }

    /** Gives the file a content again that it had. */
    public void restore(UUID id, int number) {
        Permissions.require(Operation.UPDATE, "file");
        transaction.executeWithoutResult(_ -> {
            store.lock(id);
            readable(id);
            var version = version(id, number);
            contents.lock(version.contentHash());
            var values = new LinkedHashMap<String, @Nullable Object>();
            values.put("content_type", version.contentType());
            values.put("size", version.size());
            values.put("content_hash", version.contentHash());
            values.put("width", version.width());
            values.put("height", version.height());
            values.put("thumbnail", version.thumbnail());
            values.put("version_number", number);
            change(id, "Back to version %d".formatted(number), values);
        });
    }

    private void change(UUID id, String summary, Map<String, @Nullable Object> values) {
        changes.apply(ChangeDraft.of(Cause.person(), summary, DraftOperation.update("file", id, values))
                .writingReadOnly());
    }

    /** A content that the file has or had, to be closed by the caller. */
    public StoredFiles.Content content(UUID id, int number) {
        var version = transaction.execute(_ -> {
            readable(id);
            return version(id, number);
        });
        return files.content(version.name(), version.contentType(), version.size(), version.contentHash());
    }

    private FileVersion version(UUID id, int number) {
        return store.find(id, number)
                .or(() -> contents.asFirst(id).filter(first -> first.number() == number))
                .orElseThrow(() ->
                        new AppException(CommonError.NOT_FOUND, "This file has no version %d.".formatted(number)));
    }

    private RecordData readable(UUID id) {
        Permissions.require(Operation.READ, "file");
        var file = records.get("file", id);
        if (file.value("erased_at") != null) {
            throw new AppException(CommonError.NOT_FOUND, "The content of this file is not kept.");
        }
        return file;
    }
}
