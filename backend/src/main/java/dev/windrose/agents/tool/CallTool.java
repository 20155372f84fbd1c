package dev.windrose.agents.tool;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.tool.Effect;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls a tool as the actor in scope. */
@Component
public class CallTool {

    private final Tools tools;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    CallTool(Tools tools, JsonMapper json, TransactionTemplate transaction) {
        this.tools = tools;
        this.json = json;
        this.transaction = transaction;
    }

    /** Within the tool's time limit. What it writes is one transaction. */
    public JsonNode of(String name, Map<String, ? extends @Nullable Object> arguments, ToolRights rights) {
        var tool = allowed(name, rights);
        return TimeLimit.call(
                name,
                tool.definition().limit(),
                gate -> tool.definition().effect() == Effect.READ
                        ? answer(tool, arguments)
                        : transaction.execute(status -> {
                            var answer = answer(tool, arguments);
                            gate.pass();
                            return answer;
                        }));
    }

    /** On the caller's thread, in its transaction and without a time limit: for who keeps both. */
    public JsonNode here(String name, Map<String, ? extends @Nullable Object> arguments, ToolRights rights) {
        return answer(allowed(name, rights), arguments);
    }

    private BoundTool allowed(String name, ToolRights rights) {
        var tool = tools.bound(name);
        rights.require(tool.definition());
        requireScope(ActorScope.current().scopes(), tool.definition());
        if (ActorScope.current().viewedBySomebodyElse() && tool.definition().effect() != Effect.READ) {
            throw new AppException(
                    CommonError.NOT_ALLOWED, "You see the workspace as somebody else. Nothing can be changed.");
        }
        return tool;
    }

    private static void requireScope(Set<String> scopes, ToolDefinition tool) {
        boolean covered = scopes.contains(tool.scope()) || scopes.contains("admin") || scopes.contains("write");
        if (!covered) {
            throw new AppException(CommonError.NOT_ALLOWED, "This token lacks the scope '%s'.".formatted(tool.scope()));
        }
    }

    private JsonNode answer(BoundTool tool, Map<String, ? extends @Nullable Object> arguments) {
        return json.valueToTree(tool.invoke(json, arguments));
    }
}
