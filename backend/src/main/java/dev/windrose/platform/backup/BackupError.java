package dev.windrose.platform.backup;

import dev.windrose.platform.error.ErrorCode;
import dev.windrose.platform.error.ErrorKind;

/** Why a backup was not made or not put back. */
public enum BackupError implements ErrorCode {
    NO_WORKSPACE(ErrorKind.NOT_FOUND),
    FILE_EXISTS(ErrorKind.CONFLICT),
    FOLDER_NOT_EMPTY(ErrorKind.CONFLICT),
    UNREADABLE(ErrorKind.INVALID),
    NEWER(ErrorKind.CONFLICT),
    OTHER_DATABASE(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    BackupError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
