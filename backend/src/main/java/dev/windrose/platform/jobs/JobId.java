package dev.windrose.platform.jobs;

import dev.windrose.platform.id.Ids;
import dev.windrose.platform.id.TypedId;
import java.util.UUID;

public record JobId(UUID value) implements TypedId {

    public static JobId next() {
        return new JobId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
