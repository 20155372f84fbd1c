package dev.windrose.platform.id;

import java.util.UUID;

public record PersonId(UUID value) implements TypedId {

    public static PersonId next() {
        return new PersonId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
