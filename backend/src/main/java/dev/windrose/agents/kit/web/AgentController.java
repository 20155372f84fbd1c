package dev.windrose.agents.kit.web;

import dev.windrose.agents.kit.AgentUse;
import dev.windrose.agents.kit.AgentVersion;
import dev.windrose.agents.kit.Agents;
import dev.windrose.agents.kit.EvalResults;
import dev.windrose.agents.run.RunLimits;
import dev.windrose.agents.tool.Tools;
import dev.windrose.llm.model.Micros;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The agents: what they do and may, their versions, cases and cost; and their runs. */
@RestController
@RequestMapping("/api/v1/agents")
class AgentController {

    private final Agents agents;
    private final Tools tools;
    private final EvalResults results;

    AgentController(Agents agents, Tools tools, EvalResults results) {
        this.agents = agents;
        this.tools = tools;
        this.results = results;
    }

    /** @param version the number of the version that was looked at */
    record NewVersion(
            @Nullable Integer version,
            @Nullable Boolean on,
            @Nullable List<String> tools,
            @Nullable RunLimits limits,
            @Nullable String why) {}

    record NewRun(@Nullable String goal, @Nullable Map<String, @Nullable Object> input) {}

    record Started(UUID id, String status) {}

    @GetMapping
    Map<String, Object> list() {
        ActorScope.current();
        var used = agents.used();
        return Map.of(
                "data", agents.all().stream().map(agent -> json(agent, used)).toList());
    }

    @GetMapping("/{name}")
    Map<String, @Nullable Object> get(@PathVariable String name) {
        var json = json(agents.get(name), agents.used());
        json.put(
                "versions",
                agents.versions(name).stream().map(AgentController::version).toList());
        return json;
    }

    /** Takes rights away, gives back what the file allows, or switches off and on. */
    @PostMapping("/{name}/versions")
    Map<String, @Nullable Object> change(@PathVariable String name, @RequestBody NewVersion body) {
        if (body.version() == null || body.on() == null) {
            throw new AppException(
                    CommonError.REQUIRED, "Say which version you looked at, and whether the agent is on.", "version");
        }
        agents.change(
                name,
                body.version(),
                body.on(),
                body.tools(),
                Objects.requireNonNullElse(body.limits(), RunLimits.NONE),
                body.why());
        return get(name);
    }

    @PostMapping("/{name}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Started start(@PathVariable String name, @RequestBody NewRun body) {
        var purpose = agents.get(name).file().purpose();
        var goal = body.goal() == null || body.goal().isBlank() ? purpose : body.goal();
        var run = agents.start(name, goal, body.input() == null ? Map.of() : body.input());
        return new Started(run.id(), run.status());
    }

    private Map<String, @Nullable Object> json(Agents.Agent agent, Map<String, AgentUse> used) {
        var file = agent.file();
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("name", file.name());
        json.put("purpose", file.purpose());
        json.put("says", file.says());
        json.put("when", file.when());
        json.put("shape", file.shape());
        json.put("effect", agent.most().wire());
        json.put("inputs", file.inputs());
        json.put("number", agent.number());
        json.put("version", agent.version().number());
        json.put("on", agent.version().on());
        json.put(
                "tools",
                file.tools().stream()
                        .map(tool -> {
                            var definition = tools.get(tool);
                            return Map.of(
                                    "name",
                                    tool,
                                    "says",
                                    definition.says(),
                                    "effect",
                                    definition.effect().wire(),
                                    "allowed",
                                    agent.tools().contains(tool));
                        })
                        .toList());
        json.put("scopes", file.scopes());
        json.put("limits", agent.limits());
        json.put("most_limits", file.limits());
        json.put("evals", evals(agent));
        json.put("use", use(used.get(file.name())));
        return json;
    }

    private @Nullable Map<String, @Nullable Object> evals(Agents.Agent agent) {
        return results.of(agent.file())
                .map(result -> {
                    var json = new LinkedHashMap<String, @Nullable Object>();
                    json.put("on", result.on().toString());
                    json.put("cases", result.cases());
                    json.put("passed", result.passed());
                    json.put(
                            "of_this_version",
                            result.print().equals(agent.file().print()));
                    json.put("all", result.all());
                    return json;
                })
                .orElse(null);
    }

    private static Map<String, @Nullable Object> use(@Nullable AgentUse use) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("days", 30);
        json.put("runs", use == null ? 0 : use.runs());
        json.put("failed", use == null ? 0 : use.failed());
        json.put("tokens", use == null ? 0 : use.tokens());
        json.put("cost", Micros.text(use == null ? 0 : use.cost()));
        json.put("median_ms", use == null || use.runs() == 0 ? null : use.medianMillis());
        json.put(
                "latest",
                use == null || use.latest() == null ? null : use.latest().toString());
        return json;
    }

    private static Map<String, @Nullable Object> version(AgentVersion version) {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("number", version.number());
        json.put("on", version.on());
        json.put("tools", version.tools());
        json.put("limits", version.limits());
        json.put("why", version.why());
        json.put("by", version.byName());
        json.put("at", version.at() == null ? null : version.at().toString());
        return json;
    }
}
