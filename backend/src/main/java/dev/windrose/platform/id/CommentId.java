package dev.windrose.platform.id;

import java.util.UUID;

public record CommentId(UUID value) implements TypedId {

    public static CommentId next() {
        return new CommentId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
