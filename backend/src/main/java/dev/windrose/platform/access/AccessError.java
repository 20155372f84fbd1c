package dev.windrose.platform.access;

import dev.windrose.platform.error.ErrorCode;
import dev.windrose.platform.error.ErrorKind;

/** What can go wrong on the way in. */
public enum AccessError implements ErrorCode {
    BAD_CREDENTIALS(ErrorKind.DENIED, 401),
    LOCKED(ErrorKind.LIMIT, 429),
    CSRF_TOKEN_MISSING(ErrorKind.DENIED, 403),
    LINK_NOT_VALID(ErrorKind.NOT_FOUND, 404),
    SETUP_CLOSED(ErrorKind.CONFLICT, 409),
    WRONG_PASSWORD(ErrorKind.INVALID, 400),
    WEAK_PASSWORD(ErrorKind.INVALID, 400),
    ISSUER_UNREACHABLE(ErrorKind.UPSTREAM, 502);

    private final ErrorKind kind;
    private final int status;

    AccessError(ErrorKind kind, int status) {
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
