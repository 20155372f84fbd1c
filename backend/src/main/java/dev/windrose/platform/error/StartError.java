package dev.windrose.platform.error;

/** Why a start was refused. Each reaches the terminal as one sentence. */
public enum StartError implements ErrorCode {
    DATA_FOLDER_LOCKED(ErrorKind.CONFLICT),
    DATA_FOLDER_NEWER(ErrorKind.CONFLICT),
    DATA_FOLDER_UNUSABLE(ErrorKind.INVALID),
    DISK_FULL(ErrorKind.LIMIT),
    PORT_BUSY(ErrorKind.CONFLICT),
    BAD_SETTING(ErrorKind.INVALID),
    DATABASE_UNREACHABLE(ErrorKind.UPSTREAM),
    DATABASE_REFUSES(ErrorKind.UPSTREAM);

    private final ErrorKind kind;

    StartError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
