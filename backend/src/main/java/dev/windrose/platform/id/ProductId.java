package dev.windrose.platform.id;

import java.util.UUID;

public record ProductId(UUID value) implements TypedId {

    public static ProductId next() {
        return new ProductId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
