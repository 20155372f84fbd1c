package dev.windrose.platform.id;

import java.util.UUID;

public record InteractionId(UUID value) implements TypedId {

    public static InteractionId next() {
        return new InteractionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
