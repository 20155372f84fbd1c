package dev.windrose.records.custom;

import dev.windrose.platform.error.ErrorCode;
import dev.windrose.platform.error.ErrorKind;

enum SchemaError implements ErrorCode {
    /** No more fields, types or choices than the product is made for. */
    TOO_MANY(ErrorKind.LIMIT, 422),
    /** Records hold the same value more than once. */
    VALUES_NOT_UNIQUE(ErrorKind.CONFLICT, 409),
    /** The condition of another field reads the field. */
    READ_BY_CONDITION(ErrorKind.CONFLICT, 409);

    private final ErrorKind kind;
    private final int status;

    SchemaError(ErrorKind kind, int status) {
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
