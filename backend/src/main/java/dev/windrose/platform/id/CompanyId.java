package dev.windrose.platform.id;

import java.util.UUID;

public record CompanyId(UUID value) implements TypedId {

    public static CompanyId next() {
        return new CompanyId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
