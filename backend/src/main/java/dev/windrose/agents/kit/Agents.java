package dev.windrose.agents.kit;

import dev.windrose.agents.run.AgentRun;
import dev.windrose.agents.run.RunLimits;
import dev.windrose.agents.run.RunPlan;
import dev.windrose.agents.run.Runs;
import dev.windrose.agents.tool.Tools;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.tool.Effect;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The agents of a workspace: what it has left them of their rights, and their runs. */
@Component
public class Agents {

    private static final Duration LATELY = Duration.ofDays(30);

    private final AgentFiles files;
    private final AgentVersionStore store;
    private final Tools tools;
    private final Runs runs;
    private final AuditLog audit;
    private final Clock clock;

    Agents(AgentFiles files, AgentVersionStore store, Tools tools, Runs runs, AuditLog audit, Clock clock) {
        this.files = files;
        this.store = store;
        this.tools = tools;
        this.runs = runs;
        this.audit = audit;
        this.clock = clock;
    }

    /** An agent as the workspace has it. */
    public record Agent(AgentFile file, AgentVersion version, List<String> tools, RunLimits limits, Effect most) {

        /** Of the product, then of the workspace. */
        public String number() {
            return file.version() + "." + version.number();
        }
    }

    @Transactional(readOnly = true)
    public List<Agent> all() {
        var latest = store.latest().stream().collect(Collectors.toMap(AgentVersion::agent, Function.identity()));
        return files.all().stream()
                .map(file -> agent(file, latest.getOrDefault(file.name(), AgentVersion.shipped(file.name()))))
                .toList();
    }

    /** @throws AppException NOT_FOUND */
    @Transactional(readOnly = true)
    public Agent get(String name) {
        var file = file(name);
        return agent(file, current(name));
    }

    /** What is shipped comes last. */
    @Transactional(readOnly = true)
    public List<AgentVersion> versions(String name) {
        var all = new ArrayList<>(store.of(file(name).name()));
        all.add(AgentVersion.shipped(name));
        return all;
    }

    /** What its runs took in the last thirty days, those of everybody; nobody's goals are told. */
    @Transactional(readOnly = true)
    public Map<String, AgentUse> used() {
        return store.used(clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC)).stream()
                .collect(Collectors.toMap(AgentUse::agent, Function.identity()));
    }

    /** Whether the workspace lets it work. */
    @Transactional(readOnly = true)
    public boolean on(String name) {
        return current(name).on();
    }

    /**
     * A new version of the workspace. Runs that have begun go on by the one they began with.
     *
     * @param based the number of the version that was looked at
     * @throws AppException where it would give the agent more than its file does, or where somebody else was faster
     */
    @Transactional
    public Agent change(
            String name, int based, boolean on, @Nullable List<String> kept, RunLimits limits, @Nullable String why) {
        Permissions.require(Operation.MANAGE, "workspace");
        var file = file(name);
        CheckNarrower.check(file, kept, limits);
        var actor = ActorScope.current();
        var version = new AgentVersion(
                name,
                based + 1,
                on,
                kept == null
                        ? null
                        : file.tools().stream().filter(kept::contains).toList(),
                limits,
                why == null || why.isBlank() ? null : why.strip(),
                actor.person() == null ? null : actor.person().value(),
                actor.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (current(name).number() != based || !store.insert(version)) {
            throw new AppException(
                    CommonError.CONFLICT, "Somebody else has changed this agent meanwhile. Look at it again.");
        }
        var details = new LinkedHashMap<String, @Nullable Object>();
        details.put("version", version.number());
        details.put("on", on);
        details.put("tools", version.tools());
        audit.append(AuditEntry.of(AuditAction.AGENT_CHANGED, name, details));
        return agent(file, version);
    }

    /** @throws AppException where it is switched off, or where an input is not known */
    @Transactional
    public AgentRun start(String name, String goal, Map<String, @Nullable Object> input) {
        return runs.start(plan(name, goal, input));
    }

    /** What a run of the agent would do, for plans in which it is a part. */
    @Transactional(readOnly = true)
    public RunPlan plan(String name, String goal, Map<String, @Nullable Object> input) {
        var agent = get(name);
        requireOn(agent);
        input.keySet().stream()
                .filter(key -> !agent.file().inputs().containsKey(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new AppException(
                            CommonError.UNKNOWN_FIELD, "The agent %s takes no \"%s\".".formatted(name, key), key);
                });
        var file = agent.file();
        return new RunPlan(
                goal,
                name,
                file.shape(),
                file.steps().isEmpty() ? null : FillInputs.of(file.steps(), input),
                file.playbook(),
                input,
                file.fields().isEmpty() ? null : file.fields(),
                agent.tools(),
                agent.most().wire(),
                agent.limits());
    }

    public void requireOn(Agent agent) {
        if (!agent.version().on()) {
            throw new AppException(
                    CommonError.NOT_ALLOWED,
                    "The agent %s is switched off in this workspace."
                            .formatted(agent.file().name()));
        }
        if (agent.tools().isEmpty()) {
            throw new AppException(
                    CommonError.NOT_ALLOWED,
                    "The agent %s has no tools left in this workspace."
                            .formatted(agent.file().name()));
        }
    }

    private AgentVersion current(String name) {
        return store.of(name).stream().findFirst().orElseGet(() -> AgentVersion.shipped(name));
    }

    private AgentFile file(String name) {
        return files.find(name)
                .orElseThrow(() -> new AppException(
                        CommonError.NOT_FOUND, "There is no agent \"%s\".".formatted(name.replaceAll("[^\\w-]", " "))));
    }

    /** What both allow: a newer file may have less than the workspace once left. */
    private Agent agent(AgentFile file, AgentVersion version) {
        var kept = version.tools();
        var left = kept == null
                ? file.tools()
                : file.tools().stream().filter(kept::contains).toList();
        var most = left.stream()
                .map(tool -> tools.get(tool).effect())
                .max(java.util.Comparator.comparing(Effect::ordinal))
                .orElse(Effect.READ);
        return new Agent(file, version, left, CheckNarrower.lesser(file.limits(), version.limits()), most);
    }
}
