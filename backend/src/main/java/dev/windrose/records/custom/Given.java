package dev.windrose.records.custom;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a caller sent of a definition, with one sentence for what is wrong. */
record Given(Map<String, ? extends @Nullable Object> json) {

    void requireOnly(Set<String> members) {
        json.keySet().stream()
                .filter(member -> !members.contains(member))
                .findFirst()
                .ifPresent(member -> {
                    throw new AppException(
                            CommonError.UNKNOWN_FIELD, "A definition has no \"%s\".".formatted(member), member);
                });
    }

    boolean has(String member) {
        return json.get(member) != null;
    }

    @Nullable
    Object get(String member) {
        return json.get(member);
    }

    String text(String member, int longest) {
        String text = optional(member, longest);
        if (text == null) {
            throw new AppException(CommonError.REQUIRED, "\"%s\" is required.".formatted(member), member);
        }
        return text;
    }

    @Nullable
    String optional(String member, int longest) {
        Object value = json.get(member);
        if (value == null) {
            return null;
        }
        if (!(value instanceof String text)) {
            throw wrong(member, "text");
        }
        String stripped = text.strip();
        if (stripped.length() > longest) {
            throw new AppException(
                    CommonError.TOO_LONG, "\"%s\" has more than %d characters.".formatted(member, longest), member);
        }
        return stripped.isEmpty() ? null : stripped;
    }

    boolean flag(String member, boolean otherwise) {
        return switch (json.get(member)) {
            case null -> otherwise;
            case Boolean value -> value;
            default -> throw wrong(member, "true or false");
        };
    }

    int number(String member, int otherwise, int most) {
        return switch (json.get(member)) {
            case null -> otherwise;
            case Integer value when value >= 0 && value <= most -> value;
            default -> throw wrong(member, "a whole number from 0 to " + most);
        };
    }

    static AppException wrong(String member, String expected) {
        return new AppException(CommonError.WRONG_TYPE, "\"%s\" takes %s.".formatted(member, expected), member);
    }

    static AppException bad(String member, String sentence) {
        return new AppException(CommonError.BAD_VALUE, sentence, member);
    }
}
