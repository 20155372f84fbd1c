package dev.windrose.integrations;

import dev.windrose.platform.id.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source of a workspace.
 *
 * @param shared whether everybody may read what comes through it; else only those who took part, and the owner
 * @param owner the person whose source it is; null for one of the workspace
 * @param problem why the source could not be reached, while that lasts
 * @param checkpoint the place to go on from, as the connector wrote it
 */
public record Connection(
        UUID id,
        String kind,
        String name,
        Map<String, Object> settings,
        @Nullable UUID credential,
        Status status,
        boolean shared,
        @Nullable PersonId owner,
        @Nullable String problem,
        int failures,
        Map<String, Object> checkpoint,
        @Nullable Instant polledAt,
        Instant createdAt,
        String createdByName) {

    /** Whether it is asked, or may call. */
    public enum Status {
        ACTIVE,
        PAUSED,
        REMOVED
    }

    public @Nullable String text(String setting) {
        return settings.get(setting) instanceof String text ? text : null;
    }

    public int number(String setting, int otherwise) {
        return settings.get(setting) instanceof Number number ? number.intValue() : otherwise;
    }

    public List<String> texts(String setting) {
        return settings.get(setting) instanceof List<?> list
                ? list.stream().filter(Objects::nonNull).map(Object::toString).toList()
                : List.of();
    }
}
