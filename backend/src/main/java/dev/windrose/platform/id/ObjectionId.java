package dev.windrose.platform.id;

import java.util.UUID;

public record ObjectionId(UUID value) implements TypedId {

    public static ObjectionId next() {
        return new ObjectionId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
