package dev.windrose.journeys.engine;

import dev.windrose.platform.error.ErrorCode;
import dev.windrose.platform.error.ErrorKind;

/** What can be wrong with a question about journeys. */
public enum JourneyError implements ErrorCode {
    QUESTION_UNCLEAR(ErrorKind.INVALID),
    EVENTS_UNREADABLE(ErrorKind.INTERNAL);

    private final ErrorKind kind;

    JourneyError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
