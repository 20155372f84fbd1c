package dev.windrose.llm;

import dev.windrose.platform.error.ErrorCode;
import dev.windrose.platform.error.ErrorKind;

/** How a language model can fail us. */
public enum ModelError implements ErrorCode {
    MODEL_UNAVAILABLE,
    MODEL_ANSWER_UNREADABLE;

    @Override
    public ErrorKind kind() {
        return ErrorKind.UPSTREAM;
    }
}
