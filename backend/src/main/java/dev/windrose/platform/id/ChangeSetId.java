package dev.windrose.platform.id;

import java.util.UUID;

public record ChangeSetId(UUID value) implements TypedId {

    public static ChangeSetId next() {
        return new ChangeSetId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
