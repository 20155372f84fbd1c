package dev.windrose.platform.id;

import java.util.UUID;

public record PromptLogId(UUID value) implements TypedId {

    public static PromptLogId next() {
        return new PromptLogId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
