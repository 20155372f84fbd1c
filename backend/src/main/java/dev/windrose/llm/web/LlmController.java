package dev.windrose.llm.web;

import dev.windrose.llm.model.Micros;
import dev.windrose.llm.model.ModelCall;
import dev.windrose.llm.model.ModelCallQuery;
import dev.windrose.llm.model.ModelCalls;
import dev.windrose.llm.model.ModelPolicies;
import dev.windrose.llm.model.ModelPolicy;
import dev.windrose.llm.model.ModelPolicyChange;
import dev.windrose.llm.model.ModelPolicyChange.Budget;
import dev.windrose.llm.model.ModelPolicyChange.Share;
import dev.windrose.llm.model.ModelUsage;
import dev.windrose.platform.people.People;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What goes to a language model, and what went. */
@RestController
@RequestMapping("/api/v1/llm")
class LlmController {

    private final ModelPolicies policies;
    private final ModelCalls calls;
    private final People people;

    LlmController(ModelPolicies policies, ModelCalls calls, People people) {
        this.policies = policies;
        this.calls = calls;
        this.people = people;
    }

    record Named(UUID id, @Nullable String name) {}

    record Usage(
            String month,
            long calls,
            long inputTokens,
            long outputTokens,
            @Nullable String cost,
            @Nullable String currency,
            @Nullable Long tokensLeft,
            @Nullable String costLeft) {}

    record Settings(
            boolean available,
            List<String> tiers,
            String state,
            String stateText,
            Share share,
            Budget budget,
            boolean logTexts,
            int keepDays,
            Usage usage,
            @Nullable Instant changedAt,
            @Nullable Named changedBy) {}

    @GetMapping("/settings")
    Settings settings() {
        return settings(policies.current());
    }

    @PutMapping("/settings")
    Settings change(@RequestBody ModelPolicyChange body) {
        return settings(policies.change(body));
    }

    private Settings settings(ModelPolicy policy) {
        var used = policies.usage();
        var state = policies.state(policy, used);
        var budget = policy.budget();
        return new Settings(
                !policies.tiers().isEmpty(),
                policies.tiers(),
                state.name().toLowerCase(Locale.ROOT),
                state.sentence(),
                new Share(policy.messageText(), policy.records(), policy.plainAddresses() ? "plain" : "masked"),
                new Budget(
                        budget.tokensPerMonth(),
                        Micros.text(budget.costPerMonth()),
                        budget.currency(),
                        Micros.text(budget.inputPrice()),
                        Micros.text(budget.outputPrice())),
                policy.logTexts(),
                policy.keepDays(),
                usage(policy, used),
                policy.changedAt(),
                policy.changedBy() == null
                        ? null
                        : named(policy.changedBy(), people.names(List.of(policy.changedBy()))));
    }

    private static Usage usage(ModelPolicy policy, ModelUsage used) {
        var budget = policy.budget();
        var tokens = budget.tokensPerMonth();
        var cost = budget.costPerMonth();
        return new Usage(
                used.month().toString(),
                used.calls(),
                used.inputTokens(),
                used.outputTokens(),
                budget.inputPrice() == null ? null : Micros.text(used.cost()),
                budget.currency(),
                tokens == null ? null : Long.valueOf(Math.max(0, tokens - used.tokens())),
                cost == null ? null : Micros.text(Math.max(0, cost - used.cost())));
    }

    record Call(
            UUID id,
            Instant at,
            @Nullable Named person,
            String purpose,
            String prompt,
            int promptVersion,
            String tier,
            String model,
            long inputTokens,
            long outputTokens,
            @Nullable String cost,
            @Nullable String currency,
            long ms,
            int attempts,
            String outcome,
            String outcomeText,
            @Nullable UUID promptLogId) {}

    record Whole(
            Call call, @Nullable String request, @Nullable String response) {}

    record Page(String scope, List<Call> data, @Nullable UUID nextCursor, long total) {}

    /** The newest first. The cursor is the id of the last call. */
    @GetMapping("/calls")
    Page page(
            @RequestParam(name = "person_id", required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String purpose,
            @RequestParam(required = false) @Nullable String outcome,
            @RequestParam(required = false) @Nullable String model,
            @RequestParam(required = false) @Nullable String prompt,
            @RequestParam(name = "prompt_log_id", required = false) @Nullable UUID about,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page =
                calls.page(new ModelCallQuery(person, purpose, outcome, model, prompt, about, from, to), cursor, limit);
        var names = people.names(page.calls().stream()
                .map(ModelCall::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return new Page(
                page.all() ? "all" : "own",
                page.calls().stream().map(call -> call(call, names)).toList(),
                page.next() ? page.calls().getLast().id() : null,
                page.total());
    }

    @GetMapping("/calls/{id}")
    Whole get(@PathVariable UUID id) {
        var call = calls.get(id);
        var names = people.names(Stream.ofNullable(call.person()).toList());
        return new Whole(call(call, names), call.request(), call.response());
    }

    private static Call call(ModelCall call, Map<UUID, String> names) {
        return new Call(
                call.id(),
                call.at(),
                call.person() == null ? null : named(call.person(), names),
                call.purpose(),
                call.prompt(),
                call.promptVersion(),
                call.tier(),
                call.model(),
                call.inputTokens(),
                call.outputTokens(),
                Micros.text(call.cost()),
                call.currency(),
                call.ms(),
                call.attempts(),
                call.outcome().wire(),
                call.outcome().sentence(),
                call.about());
    }

    private static Named named(UUID id, Map<UUID, String> names) {
        return new Named(id, names.get(id));
    }
}
