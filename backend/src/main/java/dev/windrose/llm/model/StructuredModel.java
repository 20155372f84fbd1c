package dev.windrose.llm.model;

import dev.windrose.llm.model.CallModel.Called;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a model for JSON of a given shape, where the workspace lets texts out. A failure is told, never hidden. Ask outside of transactions: an
 * answer may take half a minute.
 */
@Component
public class StructuredModel {

    private static final JsonMapper JSON = JsonMapper.shared();
    /** Characters that make a token, where the endpoint does not say. */
    static final int TOKEN = 4;

    private final ModelTiers tiers;
    private final CallModel call;
    private final KeepCall kept;

    StructuredModel(ModelTiers tiers, CallModel call, KeepCall kept) {
        this.tiers = tiers;
        this.call = call;
        this.kept = kept;
    }

    /** The tier to ask; empty where there is no model, or the workspace lets nothing out. */
    public Optional<ModelTier> tier() {
        return tiers.best().filter(_ -> kept.policy().messageText());
    }

    /** Whether what the record knows may go with a text. */
    public boolean takesRecords() {
        return kept.policy().records();
    }

    /** Empty where there is no model, or the workspace lets nothing out. In no transaction: a connection and its locks would wait for the answer. */
    public Optional<ModelAnswer> ask(ModelQuestion question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A model is asked within a transaction.");
        }
        var policy = kept.policy();
        var named = tiers.model(question.tier());
        if (named.isEmpty() || !policy.messageText()) {
            return Optional.empty();
        }
        var secretless = MaskText.secrets(question.text());
        var sent = policy.plainAddresses() ? secretless : secretless.withoutAddresses();
        long begin = System.nanoTime();
        var prompt = question.prompt();
        var called = kept.overBudget(policy, expected(prompt, sent.text()))
                ? Called.failed(CallOutcome.OVER_BUDGET, 0)
                : call.ask(named.get().model(), prompt, sent.text());
        @Nullable JsonNode json = called.text() == null ? null : read(sent.unmasked(called.text()));
        var outcome =
                called.outcome() == CallOutcome.ANSWERED && json == null ? CallOutcome.UNREADABLE : called.outcome();
        var took = Duration.ofNanos(System.nanoTime() - begin);
        kept.keep(policy, ended(question, named.get().name(), sent.text(), called, outcome, took));
        return Optional.of(
                outcome == CallOutcome.ANSWERED && json != null
                        ? new ModelAnswer.Given(json)
                        : new ModelAnswer.Missing(outcome));
    }

    private static KeepCall.Ended ended(
            ModelQuestion question, String model, String sent, Called called, CallOutcome outcome, Duration took) {
        return new KeepCall.Ended(
                question.tier(),
                question.purpose(),
                question.prompt(),
                question.about(),
                model,
                sent,
                called.text(),
                called,
                outcome,
                took,
                expected(question.prompt(), sent));
    }

    private static long expected(Prompt prompt, String sent) {
        return (sent.length() + prompt.instruction().length() + prompt.schema().length()) / TOKEN;
    }

    private static @Nullable JsonNode read(String answer) {
        try {
            var json = JSON.readTree(answer);
            return json.isObject() ? json : null;
        } catch (JacksonException bad) {
            return null;
        }
    }
}
