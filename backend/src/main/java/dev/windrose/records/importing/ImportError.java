package dev.windrose.records.importing;

import dev.windrose.platform.error.ErrorCode;
import dev.windrose.platform.error.ErrorKind;

enum ImportError implements ErrorCode {
    MAPPING_MISSING(ErrorKind.CONFLICT),
    NOT_CHECKED(ErrorKind.CONFLICT),
    PARTS_MISSING(ErrorKind.CONFLICT),
    NO_ROOM(ErrorKind.LIMIT),
    IMPORT_RUNNING(ErrorKind.CONFLICT),
    IMPORT_ENDED(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    ImportError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
