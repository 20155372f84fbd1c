package dev.windrose.platform.id;

import java.util.UUID;

public record ThreadId(UUID value) implements TypedId {

    public static ThreadId next() {
        return new ThreadId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
