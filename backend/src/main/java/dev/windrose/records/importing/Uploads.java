package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.importing.Upload.Part;
import dev.windrose.records.importing.file.FileError;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Large files, sent in parts of which each can be sent again. */
@Component
public class Uploads {

    static final long MOST_BYTES = 2L << 30;
    private static final int PART = 4 << 20;
    private static final Duration KEPT = Duration.ofDays(3);

    private final UploadStore store;
    private final UploadFiles files;
    private final ForgetOldFiles forget;

    Uploads(UploadStore store, UploadFiles files, ForgetOldFiles forget) {
        this.forget = forget;
        this.store = store;
        this.files = files;
    }

    @Transactional
    public Upload begin(String fileName, long size, @Nullable String sha256) {
        if (size < 1) {
            throw new AppException(CommonError.BAD_VALUE, "The size of the file is missing.", "size");
        }
        if (size > MOST_BYTES) {
            throw new AppException(CommonError.TOO_LARGE, "The file is larger than 2 GB.", "size");
        }
        store.olderThan(KEPT).forEach(this::drop);
        forget.now();
        int parts = (int) Math.ceilDiv(size, PART);
        var upload = new Upload(Ids.next(), fileName, size, PART, parts, List.of(), Upload.OPEN, lower(sha256));
        store.insert(upload);
        return upload;
    }

    /** @throws AppException NOT_FOUND also for an upload of somebody else */
    @Transactional(readOnly = true)
    public Upload get(UUID id) {
        return store.find(id).orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "There is no such upload."));
    }

    /** The same part may come again. */
    @Transactional
    public Part part(UUID id, int number, @Nullable String sha256, InputStream content) {
        var upload = get(id);
        if (upload.complete()) {
            throw new AppException(CommonError.CONFLICT, "The upload is complete.");
        }
        if (number < 1 || number > upload.parts()) {
            throw new AppException(
                    CommonError.BAD_VALUE, "The file has parts 1 to %d.".formatted(upload.parts()), "part");
        }
        var part = files.keep(id, number, upload.sizeOf(number), lower(sha256), content);
        store.received(id, part);
        return part;
    }

    /** Puts the parts together; what differs from its checksum was changed on the way. */
    @Transactional
    public Upload complete(UUID id, @Nullable String sha256) {
        var upload = get(id);
        if (upload.complete()) {
            return upload;
        }
        var missing =
                new TreeSet<>(IntStream.rangeClosed(1, upload.parts()).boxed().toList());
        upload.received().forEach(part -> missing.remove(part.n()));
        if (!missing.isEmpty()) {
            throw new AppException(
                    ImportError.PARTS_MISSING,
                    "Parts are missing: %s."
                            .formatted(missing.stream()
                                    .limit(20)
                                    .map(String::valueOf)
                                    .collect(Collectors.joining(", "))));
        }
        String wanted = sha256 == null ? upload.sha256() : lower(sha256);
        String found = files.join(upload);
        if (wanted != null && !wanted.equals(found)) {
            throw new AppException(
                    FileError.CHECKSUM_MISMATCH, "The file has changed during the upload. Send it again.", "sha256");
        }
        store.completed(id, found);
        return get(id);
    }

    @Transactional
    public void delete(UUID id) {
        drop(get(id).id());
    }

    /** The whole file, for an import to take. */
    Path whole(Upload upload) {
        if (!upload.complete()) {
            throw new AppException(CommonError.CONFLICT, "The upload is not complete.", "upload_id");
        }
        return files.whole(upload.id());
    }

    void taken(UUID id) {
        drop(id);
    }

    private void drop(UUID id) {
        store.delete(id);
        files.drop(id);
    }

    private static @Nullable String lower(@Nullable String sha256) {
        return sha256 == null || sha256.isBlank() ? null : sha256.strip().toLowerCase(Locale.ROOT);
    }
}
