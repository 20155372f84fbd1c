package dev.windrose.platform.id;

import java.util.UUID;

public record LostReasonId(UUID value) implements TypedId {

    public static LostReasonId next() {
        return new LostReasonId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
