package dev.windrose.agents.tool;

import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.tool.Effect;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a caller may use beside what its actor may do. It only ever takes away.
 *
 * @param names of tools; empty for all
 * @param most the greatest effect
 */
public record ToolRights(Set<String> names, Effect most) {

    public static final ToolRights ALL = new ToolRights(Set.of(), Effect.WRITE);

    public ToolRights {
        names = Set.copyOf(names);
    }

    /** What both allow. */
    public ToolRights narrowedBy(ToolRights other) {
        var both = new LinkedHashSet<>(names.isEmpty() ? other.names : names);
        if (!names.isEmpty() && !other.names.isEmpty()) {
            both.retainAll(other.names);
            if (both.isEmpty()) {
                throw new AppException(CommonError.NOT_ALLOWED, "None of these tools may be used here.", "tools");
            }
        }
        return new ToolRights(both, most.within(other.most) ? most : other.most);
    }

    public boolean allow(ToolDefinition tool) {
        return (names.isEmpty() || names.contains(tool.name())) && tool.effect().within(most);
    }

    void require(ToolDefinition tool) {
        if (!allow(tool)) {
            throw new AppException(
                    CommonError.NOT_ALLOWED, "This agent may not use the tool %s.".formatted(tool.name()), "tool");
        }
    }
}
