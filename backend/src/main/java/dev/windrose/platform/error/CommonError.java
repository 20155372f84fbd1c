package dev.windrose.platform.error;

/** Errors that several modules share. */
public enum CommonError implements ErrorCode {
    UNKNOWN_FIELD(ErrorKind.INVALID),
    BAD_VALUE(ErrorKind.INVALID),
    WRONG_TYPE(ErrorKind.INVALID),
    TOO_LONG(ErrorKind.INVALID),
    REQUIRED(ErrorKind.INVALID),
    UNKNOWN_FILTER(ErrorKind.INVALID),
    MALFORMED(ErrorKind.INVALID),
    NOT_SIGNED_IN(ErrorKind.DENIED, 401),
    NOT_ALLOWED(ErrorKind.DENIED),
    NOT_FOUND(ErrorKind.NOT_FOUND),
    STALE_VERSION(ErrorKind.CONFLICT, 412),
    VERSION_REQUIRED(ErrorKind.CONFLICT, 428),
    ALREADY_EXISTS(ErrorKind.CONFLICT),
    CONFLICT(ErrorKind.CONFLICT),
    TOO_MANY_REQUESTS(ErrorKind.LIMIT),
    TOO_LARGE(ErrorKind.LIMIT, 413),
    /** Something outside that the product needs does not answer. */
    UNAVAILABLE(ErrorKind.UPSTREAM),
    INTERNAL(ErrorKind.INTERNAL);

    private final ErrorKind kind;
    private final int status;

    CommonError(ErrorKind kind) {
        this(kind, kind.status());
    }

    CommonError(ErrorKind kind, int status) {
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
