package dev.windrose.platform.id;

import java.util.UUID;

public record ProjectId(UUID value) implements TypedId {

    public static ProjectId next() {
        return new ProjectId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
