package dev.windrose.agents.kit;

import dev.windrose.agents.run.AgentRun;
import dev.windrose.agents.run.Runs;
import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the cases of agents, each in a workspace of its own, through the run engine as people do. */
final class RunCases {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final ApplicationContext context;

    RunCases(ApplicationContext context) {
        this.context = context;
    }

    List<EvalResults.Case> all(String agent, AgentCases cases) {
        return cases.cases().stream().map(one -> one(agent, one)).toList();
    }

    private EvalResults.Case one(String agent, AgentCases.AgentCase one) {
        long begin = System.nanoTime();
        String why;
        try {
            why = failure(agent, one);
        } catch (RuntimeException e) {
            why = String.valueOf(e);
        }
        return new EvalResults.Case(one.id(), one.says(), why == null, why, (System.nanoTime() - begin) / 1_000_000);
    }

    private @Nullable String failure(String agent, AgentCases.AgentCase one) {
        var world = CaseWorld.fresh(context);
        world.fill(one.world());
        var actor = world.actor(one.as());
        AgentRun run;
        try {
            run = ended(actor, ActorScope.call(actor, () -> context.getBean(Agents.class)
                    .start(agent, one.goal() == null ? one.says() : one.goal(), world.values(one.input()))));
        } catch (AppException refused) {
            return one.expect().stream().anyMatch(expected -> "refused".equals(expected.get("status")))
                    ? null
                    : "It was refused: " + refused.getMessage();
        }
        return one.expect().stream()
                .map(expected -> ActorScope.call(actor, () -> unmet(world, run, expected)))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private AgentRun ended(Actor actor, AgentRun run) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            var now = ActorScope.call(actor, () -> context.getBean(Runs.class).get(run.id()));
            if (now.ended() || now.status().equals("waiting")) {
                return now;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The run has not ended in time.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private @Nullable String unmet(CaseWorld world, AgentRun run, Map<String, Object> expected) {
        if (expected.get("status") instanceof String status) {
            return status.equals(run.status()) ? null : "It ended as %s: %s".formatted(run.status(), run.error());
        }
        if (expected.get("records") instanceof Map<?, ?> wanted) {
            var filter = world.values(wanted.get("filter"));
            var found = context.getBean(Records.class)
                    .query(RecordQuery.of(String.valueOf(wanted.get("type"))).where(Filter.of(filter)));
            return Objects.equals(expected.get("count"), found.size())
                    ? null
                    : "There are %d of %s, not %s".formatted(found.size(), wanted, expected.get("count"));
        }
        if (!run.status().equals("done") && !run.status().equals("waiting")) {
            return "It ended as %s: %s".formatted(run.status(), run.error());
        }
        var all = run.result() == null ? JsonMapper.shared().nullNode() : run.result();
        return held(world, all.at("/" + String.valueOf(expected.get("path")).replace('.', '/')), expected);
    }

    private static @Nullable String held(CaseWorld world, JsonNode found, Map<String, Object> expected) {
        var wanted = world.values(expected.get("where"));
        var some = found.isArray() && expected.containsKey("where")
                ? IntStream.range(0, found.size())
                        .mapToObj(found::get)
                        .filter(each -> wanted.entrySet().stream().allMatch(entry -> text(each.at(
                                        "/" + entry.getKey().replace('.', '/')))
                                .equals(String.valueOf(entry.getValue()))))
                        .toList()
                : List.of(found);
        if (expected.containsKey("count")) {
            int size = expected.containsKey("where") ? some.size() : found.size();
            return Objects.equals(expected.get("count"), size)
                    ? null
                    : "%s: %d were found, in %s".formatted(expected, size, shortened(found));
        }
        if (some.isEmpty()) {
            return "%s: nothing like it in %s".formatted(expected, shortened(found));
        }
        var node = expected.get("field") instanceof String field
                ? some.getFirst().at("/" + field.replace('.', '/'))
                : some.getFirst();
        String told = text(node);
        boolean right = expected.containsKey("is")
                ? told.equals(String.valueOf(world.value(expected.get("is"))))
                : expected.containsKey("contains")
                        ? told.contains(String.valueOf(world.value(expected.get("contains"))))
                        : !told.contains(String.valueOf(world.value(expected.get("without"))));
        return right ? null : "%s: it is %s".formatted(expected, shortened(node));
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? "null" : node.isValueNode() ? node.asString() : node.toString();
    }

    private static String shortened(JsonNode node) {
        String text = node.toString();
        return text.length() > 700 ? text.substring(0, 700) + "…" : text;
    }
}
