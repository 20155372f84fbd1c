package dev.windrose.crm.file;

import dev.windrose.platform.ActorScope;
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
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The files of records. The same content is kept once in a workspace. */
@Component
public class StoredFiles {

    static final String SMALL = "-small";
    static final String WORDS = "-words";

    private final FileContents contents;
    private final ReceiveFile receive;
    private final FileStore store;
    private final Records records;
    private final Changes changes;
    private final TransactionTemplate transaction;

    StoredFiles(
            FileContents contents,
            ReceiveFile receive,
            FileStore store,
            Records records,
            Changes changes,
            TransactionTemplate transaction) {
        this.contents = contents;
        this.receive = receive;
        this.store = store;
        this.records = records;
        this.changes = changes;
        this.transaction = transaction;
    }

    /** The content of a file, to be closed by the caller. */
    public record Content(String name, String mediaType, long size, boolean shown, InputStream stream) {}

    /**
     * Keeps a file.
     *
     * @param recordType with the id the record it belongs to; null for none
     * @throws AppException TOO_LARGE, or BAD_VALUE for a program and for a file that is not what its name says
     */
    public UUID add(String name, InputStream content, @Nullable String recordType, @Nullable String recordId) {
        var about = new LinkedHashMap<String, Object>();
        if (recordType != null && recordId != null) {
            about.put("record_type", recordType);
            about.put("record_id", recordId);
        }
        return add(name, content, about);
    }

    /** Keeps a file for everybody, in the library. */
    public UUID addToLibrary(String name, InputStream content) {
        return add(name, content, Map.of("library", true));
    }

    private UUID add(String name, InputStream content, Map<String, Object> about) {
        Permissions.require(Operation.CREATE, "file");
        var received = receive.of(name, content);
        try {
            return transaction.execute(_ -> kept(received, about));
        } finally {
            received.drop();
        }
    }

    private UUID kept(ReceivedFile received, Map<String, Object> about) {
        var values = received.values();
        values.putAll(about);
        store.lock(received.hash());
        var operation = DraftOperation.create("file", values);
        changes.apply(ChangeDraft.of(Cause.person(), "Added " + received.name(), operation)
                .writingReadOnly());
        keep(received);
        return operation.recordId();
    }

    void keep(ReceivedFile received) {
        put(key(received.hash()), received.whole().path(), received.hash());
        received.small().ifPresent(small -> put(key(received.hash()) + SMALL, small.path(), small.hash()));
    }

    /** Gives a file that belongs to nothing yet to a record. */
    public void belongTo(UUID id, String recordType, UUID recordId) {
        Permissions.require(Operation.CREATE, "file");
        transaction.executeWithoutResult(_ -> {
            if (records.get("file", id).text("record_type") == null) {
                var values = Map.<String, Object>of("record_type", recordType, "record_id", recordId.toString());
                var update = DraftOperation.update("file", id, values);
                changes.apply(ChangeDraft.of(Cause.person(), "", update).writingReadOnly());
            }
        });
    }

    private void put(String key, Path file, String hash) {
        if (!contents.has(key)) {
            contents.put(key, file, hash);
        }
    }

    /** @throws AppException NOT_FOUND also where the content has been removed */
    public Content content(UUID id) {
        return open(id, "");
    }

    public Content thumbnail(UUID id) {
        return open(id, SMALL);
    }

    private Content open(UUID id, String suffix) {
        Permissions.require(Operation.READ, "file");
        var file = records.get("file", id);
        var hash = file.text("content_hash");
        var stream = hash == null || file.value("erased_at") != null
                ? null
                : contents.open(key(hash) + suffix).orElse(null);
        if (stream == null) {
            throw new AppException(CommonError.NOT_FOUND, "The content of this file is not kept.");
        }
        return suffix.isEmpty() ? whole(file, stream) : new Content("small.png", "image/png", -1, true, stream);
    }

    private static Content whole(RecordData file, InputStream stream) {
        return whole(
                file.title(),
                String.valueOf(file.text("content_type")),
                file.value("size") instanceof Long size ? size : -1,
                stream);
    }

    private static Content whole(String name, String media, long size, InputStream stream) {
        return new Content(
                name, media, size, ContentType.of(media).map(ContentType::shown).orElse(false), stream);
    }

    /** Asks for no rights: the caller knows of the content from a file that it may read. */
    Content content(String name, String media, long size, String hash) {
        return contents.open(key(hash))
                .map(stream -> whole(name, media, size, stream))
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "The content of this file is not kept."));
    }

    private static String key(String hash) {
        return ActorScope.current().tenant() + "/" + hash;
    }
}
