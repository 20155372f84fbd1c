package dev.windrose.platform.id;

import java.util.UUID;

public record MessageTreeId(UUID value) implements TypedId {

    public static MessageTreeId next() {
        return new MessageTreeId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
