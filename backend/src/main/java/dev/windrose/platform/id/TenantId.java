package dev.windrose.platform.id;

import java.util.UUID;

public record TenantId(UUID value) implements TypedId {

    public static TenantId next() {
        return new TenantId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
