package dev.windrose.platform.error;

/** What a caller can do about an error; decides the HTTP status. */
public enum ErrorKind {
    INVALID(400),
    DENIED(403),
    NOT_FOUND(404),
    CONFLICT(409),
    LIMIT(429),
    UPSTREAM(502),
    INTERNAL(500);

    private final int status;

    ErrorKind(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
