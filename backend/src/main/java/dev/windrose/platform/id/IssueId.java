package dev.windrose.platform.id;

import java.util.UUID;

public record IssueId(UUID value) implements TypedId {

    public static IssueId next() {
        return new IssueId(Ids.next());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
