package dev.windrose.platform.id;

import java.util.UUID;

public record TerritoryId(UUID value) implements TypedId {

    public static TerritoryId next() {
        return new TerritoryId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
