package dev.windrose.records.importing;

import dev.windrose.platform.error.AppException;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A disk that becomes full while a file is read or written. What was written before stays as it is, what was laid down beside it is cleared
 * away, which may be all the room that is needed, and running the import again goes on from there.
 */
@Component
class FullDisk {

    /** How the database says it. */
    private static final String NO_ROOM = "53100";

    private final StagingStore staging;
    private final TransactionTemplate transaction;

    FullDisk(StagingStore staging, TransactionTemplate transaction) {
        this.staging = staging;
        this.transaction = transaction;
    }

    /** Does the work; says in words when the disk is full. */
    <T> T told(UUID importId, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            if (!full(e)) {
                throw e;
            }
            transaction.executeWithoutResult(status -> staging.drop(importId));
            throw new AppException(
                    ImportError.NO_ROOM,
                    "The disk of the server is full. What was written so far stays; make room and run the import again.");
        }
    }

    static boolean is(Throwable failure) {
        return failure instanceof AppException known && known.code() == ImportError.NO_ROOM;
    }

    private static boolean full(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean said = cause instanceof SQLException sql && NO_ROOM.equals(sql.getSQLState());
            if (said || String.valueOf(cause.getMessage()).contains("No space left")) {
                return true;
            }
        }
        return false;
    }
}
