package dev.windrose.platform.backup;

import dev.windrose.platform.error.AppException;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The first entry of a backup: what is in it and which program can read it.
 *
 * @param format of the file itself: 1 holds the files of a server, 2 the rows of its tables
 * @param postgres major version of the server
 * @param migrations versions that the database had; a program that lacks one is older than the backup
 */
public record BackupManifest(int format, Instant createdAt, int postgres, List<String> migrations) {

    static final int FILES = 1;
    static final int ROWS = 2;
    static final String NAME = "windrose-backup.json";

    boolean ofRows() {
        return format == ROWS;
    }

    /** @throws AppException where this program is too old for it, or too new for its database */
    void check(int ownPostgres, List<String> ownMigrations) {
        var unknown = new TreeSet<>(migrations);
        ownMigrations.forEach(unknown::remove);
        @Nullable
        String reason = format > ROWS
                ? "its format is %d, this one knows %d".formatted(format, ROWS)
                : !unknown.isEmpty()
                        ? "its database has the step %s, which this one does not know".formatted(unknown.first())
                        : null;
        if (reason != null) {
            throw new AppException(
                    BackupError.NEWER,
                    "The backup was made by a newer Windrose: %s. Restore it with that version.".formatted(reason));
        }
        if (!ofRows() && postgres != ownPostgres) {
            throw new AppException(
                    BackupError.OTHER_DATABASE,
                    "The backup holds files of PostgreSQL %d, this Windrose brings %d. Restore it with the version that made it."
                            .formatted(postgres, ownPostgres));
        }
    }
}
