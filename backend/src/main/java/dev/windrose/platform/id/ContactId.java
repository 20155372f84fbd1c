package dev.windrose.platform.id;

import java.util.UUID;

public record ContactId(UUID value) implements TypedId {

    public static ContactId next() {
        return new ContactId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
