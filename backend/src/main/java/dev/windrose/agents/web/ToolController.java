package dev.windrose.agents.web;

import dev.windrose.agents.tool.CallTool;
import dev.windrose.agents.tool.ToolDefinition;
import dev.windrose.agents.tool.ToolRights;
import dev.windrose.agents.tool.Tools;
import dev.windrose.platform.ActorScope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The tools, found by what they are for and called by name. */
@RestController
@RequestMapping("/api/v1/tools")
class ToolController {

    private static final int MOST = 20;

    private final Tools tools;
    private final CallTool call;

    ToolController(Tools tools, CallTool call) {
        this.tools = tools;
        this.call = call;
    }

    @GetMapping
    Map<String, Object> list(@RequestParam(name = "q", required = false) @Nullable String wanted) {
        ActorScope.current();
        List<ToolDefinition> found = wanted == null || wanted.isBlank() ? tools.all() : tools.search(wanted, MOST);
        return Map.of("data", found.stream().map(ToolDefinition::json).toList());
    }

    @GetMapping("/{name}")
    Map<String, Object> get(@PathVariable String name) {
        ActorScope.current();
        return tools.get(name).json();
    }

    /** With the rights of the caller; the tool asks for its permissions itself. */
    @PostMapping("/{name}")
    JsonNode call(
            @PathVariable String name,
            @RequestBody(required = false) @Nullable Map<String, @Nullable Object> arguments) {
        return call.of(name, arguments == null ? Map.of() : arguments, ToolRights.ALL);
    }
}
