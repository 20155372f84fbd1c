package dev.windrose.agents.kit;

import dev.windrose.agents.run.RunLimits;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.Violations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A workspace may take from an agent and never give. */
final class CheckNarrower {

    private CheckNarrower() {}

    /** @throws dev.windrose.platform.error.AppException naming each right that would be more */
    static void check(AgentFile file, @Nullable List<String> tools, RunLimits limits) {
        var violations = new Violations();
        if (tools != null) {
            tools.stream()
                    .filter(tool -> !file.tools().contains(tool))
                    .forEach(tool -> violations.add(
                            CommonError.BAD_VALUE,
                            "tools",
                            "The agent %s does not have the tool %s, and a workspace can only take tools away."
                                    .formatted(file.name(), tool)));
        }
        limit(violations, "steps", whole(limits.steps()), whole(file.limits().steps()));
        limit(violations, "tokens", limits.tokens(), file.limits().tokens());
        limit(violations, "cost", limits.cost(), file.limits().cost());
        limit(violations, "seconds", limits.seconds(), file.limits().seconds());
        violations.throwIfAny();
    }

    private static void limit(Violations violations, String name, @Nullable Long wanted, @Nullable Long most) {
        if (wanted != null && (wanted < 1 || most != null && wanted > most)) {
            violations.add(
                    CommonError.BAD_VALUE,
                    "limits." + name,
                    most == null
                            ? "A limit is at least 1."
                            : "This limit lies between 1 and %,d, which is what the agent has.".formatted(most));
        }
    }

    static RunLimits lesser(RunLimits one, RunLimits other) {
        var steps = lesser(whole(one.steps()), whole(other.steps()));
        return new RunLimits(
                steps == null ? null : Math.toIntExact(steps),
                lesser(one.tokens(), other.tokens()),
                lesser(one.cost(), other.cost()),
                lesser(one.seconds(), other.seconds()));
    }

    private static @Nullable Long whole(@Nullable Integer number) {
        return number == null ? null : Long.valueOf(number);
    }

    private static @Nullable Long lesser(@Nullable Long one, @Nullable Long other) {
        return one == null || other != null && other < one ? other : one;
    }
}
