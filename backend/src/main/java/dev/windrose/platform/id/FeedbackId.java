package dev.windrose.platform.id;

import java.util.UUID;

public record FeedbackId(UUID value) implements TypedId {

    public static FeedbackId next() {
        return new FeedbackId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
