package dev.windrose.platform.id;

import java.util.UUID;

public record DealId(UUID value) implements TypedId {

    public static DealId next() {
        return new DealId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
