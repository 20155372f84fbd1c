package dev.windrose.platform.error;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with an input, so that one answer names every field. */
public final class Violations {

    private final List<Map<String, Object>> errors = new ArrayList<>();
    private @Nullable ErrorCode first;

    public Violations add(ErrorCode code, String field, String sentence) {
        if (first == null) {
            first = code;
        }
        var error = new LinkedHashMap<String, Object>();
        error.put("field", field);
        error.put("code", code.id());
        error.put("detail", sentence);
        errors.add(error);
        return this;
    }

    /** Checks a required text: stripped, not empty, not longer than {@code max}. Answers an empty text where it is wrong. */
    public String text(@Nullable String value, String field, String label, int max) {
        String text = Optional.ofNullable(value).map(String::strip).orElse("");
        if (text.isEmpty()) {
            add(CommonError.REQUIRED, field, label + " is required.");
        } else if (text.length() > max) {
            add(CommonError.TOO_LONG, field, label + " may have at most " + max + " characters.");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            add(CommonError.BAD_VALUE, field, label + " may not contain control characters.");
        }
        return text;
    }

    public boolean any() {
        return first != null;
    }

    /** @throws AppException with the first error as its code, and all of them as details */
    public void throwIfAny() {
        if (first != null) {
            var head = errors.getFirst();
            throw new AppException(
                    first,
                    head.get("detail").toString(),
                    head.get("field").toString(),
                    Map.of("errors", List.copyOf(errors)));
        }
    }
}
