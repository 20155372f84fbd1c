package dev.windrose.agents.tool;

import dev.windrose.platform.error.ErrorCode;
import dev.windrose.platform.error.ErrorKind;

/** What only happens to calls of tools. */
public enum ToolError implements ErrorCode {
    /** Trying again would most likely take as long. */
    TOOK_TOO_LONG(ErrorKind.UPSTREAM);

    private final ErrorKind kind;

    ToolError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
