package dev.windrose.platform.id;

import java.util.UUID;

public record TeamId(UUID value) implements TypedId {

    public static TeamId next() {
        return new TeamId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
