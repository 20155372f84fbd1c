package dev.windrose.context.tree;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Values of columns as JSON; decimals keep their digits. */
final class NodeJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private NodeJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static @Nullable Object read(@Nullable String text) {
        return text == null ? null : MAPPER.readValue(text, Object.class);
    }

    /** Equal as JSON, whatever Java types hold it. */
    static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number first && other instanceof Number second) {
            return new BigDecimal(first.toString()).compareTo(new BigDecimal(second.toString())) == 0;
        }
        boolean nested = one instanceof Collection || one instanceof Map;
        return nested && other != null
                ? MAPPER.readTree(write(one)).equals(MAPPER.readTree(write(other)))
                : Objects.equals(one, other);
    }
}
