package dev.windrose.platform.id;

import java.util.UUID;

public record TaskId(UUID value) implements TypedId {

    public static TaskId next() {
        return new TaskId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
