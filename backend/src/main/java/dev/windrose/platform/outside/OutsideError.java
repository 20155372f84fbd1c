package dev.windrose.platform.outside;

import dev.windrose.platform.error.ErrorCode;
import dev.windrose.platform.error.ErrorKind;

/** Why a host is not talked to. */
public enum OutsideError implements ErrorCode {
    HOST_NOT_ALLOWED(ErrorKind.INVALID),
    HOST_UNKNOWN(ErrorKind.UPSTREAM);

    private final ErrorKind kind;

    OutsideError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
