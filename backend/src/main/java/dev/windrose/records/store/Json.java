package dev.windrose.records.store;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Plain JSON values as text and back; decimals keep their digits. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {}

    public static String write(@Nullable Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static @Nullable Object read(@Nullable String text) {
        return text == null ? null : MAPPER.readValue(text, Object.class);
    }

    /** Equal as JSON, whatever Java types hold it. */
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        Object left = JsonValue.of(one);
        Object right = JsonValue.of(other);
        if (left instanceof Number first && right instanceof Number second) {
            return new BigDecimal(first.toString()).compareTo(new BigDecimal(second.toString())) == 0;
        }
        boolean nested = left instanceof Iterable || left instanceof Map;
        return nested && right != null
                ? MAPPER.readTree(write(left)).equals(MAPPER.readTree(write(right)))
                : Objects.equals(left, right);
    }
}
