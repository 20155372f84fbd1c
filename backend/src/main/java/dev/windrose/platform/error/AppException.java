package dev.windrose.platform.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The only exception this product throws on purpose. The message is one plain sentence for a person. */
public class AppException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final @Nullable String field;
    private final transient Map<String, Object> details;

    public AppException(ErrorCode code, String message) {
        this(code, message, null, Map.of());
    }

    public AppException(ErrorCode code, String message, @Nullable String field) {
        this(code, message, field, Map.of());
    }

    public AppException(ErrorCode code, String message, @Nullable String field, Map<String, Object> details) {
        super(message);
        this.code = code;
        this.field = field;
        this.details = Map.copyOf(details);
    }

    public ErrorCode code() {
        return code;
    }

    /** The field the error is about, by its name in the API, if it is about one. */
    public @Nullable String field() {
        return field;
    }

    /** Further facts for the caller; never secrets. Values are plain JSON values. */
    public Map<String, Object> details() {
        return details;
    }
}
