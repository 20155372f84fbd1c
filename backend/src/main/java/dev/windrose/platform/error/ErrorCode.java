package dev.windrose.platform.error;

/** A stable name for one way to fail. Implemented by an enum per module. */
public interface ErrorCode {

    ErrorKind kind();

    String name();

    /** The name on the wire, for example {@code unknown_field}. */
    default String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The HTTP status; an enum overrides this where the kind's own status is not exact (401, 412, 428). */
    default int status() {
        return kind().status();
    }
}
