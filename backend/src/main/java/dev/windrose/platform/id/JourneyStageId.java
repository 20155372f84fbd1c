package dev.windrose.platform.id;

import java.util.UUID;

public record JourneyStageId(UUID value) implements TypedId {

    public static JourneyStageId next() {
        return new JourneyStageId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
