package dev.windrose.integrations;

import dev.windrose.platform.error.ErrorCode;
import dev.windrose.platform.error.ErrorKind;

/** What can be wrong between a source and us. */
public enum ConnectionError implements ErrorCode {
    UNKNOWN_KIND(ErrorKind.INVALID),
    UNREADABLE_MESSAGE(ErrorKind.INVALID),
    UNREADABLE_FILE(ErrorKind.INVALID, 422),
    SIGNATURE_REFUSED(ErrorKind.DENIED, 401),
    SOURCE_UNREACHABLE(ErrorKind.UPSTREAM),
    ANSWER_REFUSED(ErrorKind.INVALID),
    QUEUE_FULL(ErrorKind.LIMIT);

    private final ErrorKind kind;
    private final int status;

    ConnectionError(ErrorKind kind) {
        this(kind, kind.status());
    }

    ConnectionError(ErrorKind kind, int status) {
        this.kind = kind;
        this.status = status;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }

    @Override
    public int status() {
        return status;
    }
}
