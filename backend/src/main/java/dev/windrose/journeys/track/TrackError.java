package dev.windrose.journeys.track;

import dev.windrose.platform.error.ErrorCode;
import dev.windrose.platform.error.ErrorKind;

/** What can be wrong with a whole request of events. */
public enum TrackError implements ErrorCode {
    WRITE_KEY_REFUSED(401),
    ORIGIN_REFUSED(403),
    BATCH_TOO_LARGE(413);

    private final int status;

    TrackError(int status) {
        this.status = status;
    }

    @Override
    public ErrorKind kind() {
        return this == BATCH_TOO_LARGE ? ErrorKind.LIMIT : ErrorKind.DENIED;
    }

    @Override
    public int status() {
        return status;
    }
}
