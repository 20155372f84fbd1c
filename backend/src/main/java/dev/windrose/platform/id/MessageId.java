package dev.windrose.platform.id;

import java.util.UUID;

public record MessageId(UUID value) implements TypedId {

    public static MessageId next() {
        return new MessageId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
