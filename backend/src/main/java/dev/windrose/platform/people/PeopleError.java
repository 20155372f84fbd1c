package dev.windrose.platform.people;

import dev.windrose.platform.error.ErrorCode;
import dev.windrose.platform.error.ErrorKind;

enum PeopleError implements ErrorCode {
    LAST_OWNER(ErrorKind.CONFLICT),
    EMAIL_TAKEN(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    PeopleError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
