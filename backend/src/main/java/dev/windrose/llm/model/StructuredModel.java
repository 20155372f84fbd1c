package dev.windrose.llm.model;

import dev.windrose.llm.model.CallModel.Called;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
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
    private static final int LONGEST_KEPT = 60_000;
    /** Characters that make a token, where the endpoint does not say. */
    private static final int TOKEN = 4;

    private final ModelTiers tiers;
    private final CallModel call;
    private final ModelStore store;
    private final TransactionTemplate transactions;
    /** What was spent stays spent, whatever becomes of the work it was for. */
    private final TransactionTemplate apart;

    private final Clock clock;

    StructuredModel(
            ModelTiers tiers, CallModel call, ModelStore store, PlatformTransactionManager manager, Clock clock) {
        this.tiers = tiers;
        this.call = call;
        this.store = store;
        this.transactions = new TransactionTemplate(manager);
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /** The tier to ask; empty where there is no model, or the workspace lets nothing out. */
    public Optional<ModelTier> tier() {
        return tiers.best().filter(_ -> policy().messageText());
    }

    /** Whether what the record knows may go with a text. */
    public boolean takesRecords() {
        return policy().records();
    }

    /** Empty where there is no model, or the workspace lets nothing out. In no transaction: a connection and its locks would wait for the answer. */
    public Optional<ModelAnswer> ask(ModelQuestion question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A model is asked within a transaction.");
        }
        var policy = policy();
        var named = tiers.model(question.tier());
        if (named.isEmpty() || !policy.messageText()) {
            return Optional.empty();
        }
        var secretless = MaskText.secrets(question.text());
        var sent = policy.plainAddresses() ? secretless : secretless.withoutAddresses();
        long begin = System.nanoTime();
        var prompt = question.prompt();
        long expected = (sent.text().length()
                        + prompt.instruction().length()
                        + prompt.schema().length())
                / TOKEN;
        var called = policy.budget().exceededBy(used(), expected)
                ? Called.failed(CallOutcome.OVER_BUDGET, 0)
                : call.ask(named.get().model(), prompt, sent.text());
        @Nullable JsonNode json = called.text() == null ? null : read(sent.unmasked(called.text()));
        var outcome =
                called.outcome() == CallOutcome.ANSWERED && json == null ? CallOutcome.UNREADABLE : called.outcome();
        var took = Duration.ofNanos(System.nanoTime() - begin);
        keep(policy, question, new Ended(named.get().name(), sent, called, outcome, took, expected));
        return Optional.of(
                outcome == CallOutcome.ANSWERED && json != null
                        ? new ModelAnswer.Given(json)
                        : new ModelAnswer.Missing(outcome));
    }

    private record Ended(
            String model, MaskText sent, Called called, CallOutcome outcome, Duration took, long expected) {

        long input() {
            return called.inputTokens() != null ? called.inputTokens() : called.text() == null ? 0 : expected;
        }

        long output() {
            return called.outputTokens() != null
                    ? called.outputTokens()
                    : called.text() == null ? 0 : called.text().length() / TOKEN;
        }
    }

    private void keep(ModelPolicy policy, ModelQuestion question, Ended ended) {
        var now = now();
        var person = ActorScope.current().rightsOf();
        var prompt = question.prompt();
        var kept = new ModelCall(
                Ids.next(),
                now,
                person == null ? null : person.value(),
                question.purpose(),
                prompt.name(),
                prompt.version(),
                question.tier().wire(),
                ended.model(),
                ended.input(),
                ended.output(),
                policy.budget().cost(ended.input(), ended.output()),
                policy.budget().currency(),
                ended.took().toMillis(),
                ended.called().attempts(),
                ended.outcome(),
                question.about(),
                policy.logTexts()
                        ? shortened(prompt.instruction() + "\n\n" + ended.sent().text())
                        : null,
                policy.logTexts() && ended.called().text() != null
                        ? shortened(MaskText.secrets(ended.called().text()).text())
                        : null);
        apart.executeWithoutResult(_ -> store.insert(kept, month(now).atDay(1)));
    }

    private static String shortened(String text) {
        var plain = text.replace("\u0000", "");
        return plain.length() > LONGEST_KEPT ? plain.substring(0, LONGEST_KEPT) : plain;
    }

    private ModelPolicy policy() {
        return transactions.execute(_ -> store.policy().orElse(ModelPolicy.CLOSED));
    }

    private ModelUsage used() {
        return transactions.execute(_ -> store.usage(month(now())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
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
