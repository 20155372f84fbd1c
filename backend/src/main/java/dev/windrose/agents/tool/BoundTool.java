package dev.windrose.agents.tool;

import dev.windrose.platform.tool.Tool;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A tool and the method behind it. */
record BoundTool(ToolDefinition definition, Supplier<?> bean, Method method, Class<?> arguments) {

    private static final Set<String> SCOPES = Set.of("read", "intake", "write");

    /** Tells each thing that is wrong with the method; null then. */
    static @Nullable BoundTool of(Method method, Supplier<?> bean, Consumer<String> wrong) {
        var tool = method.getAnnotation(Tool.class);
        var problems = new ArrayList<String>(stated(tool));
        if (!Modifier.isPublic(method.getModifiers())
                || !Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
            problems.add("is not public: make the method and its class public");
        }
        boolean takesRecord = method.getParameterCount() == 1 && method.getParameterTypes()[0].isRecord();
        Map<String, Object> schema = Map.of();
        if (takesRecord) {
            var describe = new DescribeArguments();
            schema = describe.of(method.getParameterTypes()[0]);
            problems.addAll(describe.problems());
        } else {
            problems.add("takes something else than one record of arguments");
        }
        problems.forEach(problem -> wrong.accept("The tool %s (%s.%s) %s."
                .formatted(tool.name(), method.getDeclaringClass().getSimpleName(), method.getName(), problem)));
        return problems.isEmpty()
                ? new BoundTool(
                        new ToolDefinition(
                                tool.name(),
                                tool.says(),
                                tool.effect()[0],
                                tool.tier()[0],
                                tool.scope(),
                                Duration.ofSeconds(tool.seconds()),
                                schema),
                        bean,
                        method,
                        method.getParameterTypes()[0])
                : null;
    }

    private static List<String> stated(Tool tool) {
        var problems = new ArrayList<String>();
        if (!tool.name().matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
            problems.add("has no name in snake case");
        }
        if (tool.says().isBlank()) {
            problems.add("does not say what it does");
        }
        if (tool.effect().length != 1) {
            problems.add("does not state its effect: READ, PROPOSE or WRITE");
        }
        if (tool.tier().length != 1) {
            problems.add("does not state its tier: CORE or EXTENDED");
        }
        if (!SCOPES.contains(tool.scope())) {
            problems.add("does not state its scope: read, intake or write");
        }
        if (tool.effect().length == 1
                && tool.effect()[0] != dev.windrose.platform.tool.Effect.READ
                && tool.scope().equals("read")) {
            problems.add("changes something within the scope read");
        }
        if (tool.seconds() < 1) {
            problems.add("has no time limit");
        }
        return problems;
    }

    @Nullable
    Object invoke(JsonMapper json, Map<String, ? extends @Nullable Object> given) {
        CheckArguments.check(definition.schema(), given);
        try {
            return method.invoke(bean.get(), json.convertValue(given, arguments));
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (thrown.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(thrown);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
