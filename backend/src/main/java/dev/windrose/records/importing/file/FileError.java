package dev.windrose.records.importing.file;

import dev.windrose.platform.error.ErrorCode;
import dev.windrose.platform.error.ErrorKind;

/** Why a file cannot be imported at all. */
public enum FileError implements ErrorCode {
    EMPTY_FILE,
    NO_ROWS,
    NOT_A_CSV,
    TOO_MANY_COLUMNS,
    TOO_MANY_ROWS,
    TOO_LARGE_WORKBOOK,
    ZIP_BOMB,
    BAD_ENCODING,
    CHECKSUM_MISMATCH;

    @Override
    public ErrorKind kind() {
        return ErrorKind.INVALID;
    }
}
