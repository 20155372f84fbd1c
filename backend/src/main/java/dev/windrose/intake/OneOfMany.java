package dev.windrose.intake;

import dev.windrose.platform.error.AppException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of one text of several. */
public sealed interface OneOfMany {

    record Decided(Map<String, @Nullable Object> decision) implements OneOfMany {}

    /** Nothing of it was written. */
    record Refused(AppException why) implements OneOfMany {}
}
