package dev.windrose.platform.id;

import java.util.UUID;

public record ContextEntryId(UUID value) implements TypedId {

    public static ContextEntryId next() {
        return new ContextEntryId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
