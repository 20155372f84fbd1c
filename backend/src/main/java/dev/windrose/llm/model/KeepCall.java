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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a workspace lets out and may still spend, and the calls that were made. */
@Component
class KeepCall {

    private static final int LONGEST_KEPT = 60_000;

    private final ModelStore store;
    private final TransactionTemplate transactions;
    /** What was spent stays spent, whatever becomes of the work it was for. */
    private final TransactionTemplate apart;

    private final Clock clock;

    KeepCall(ModelStore store, PlatformTransactionManager manager, Clock clock) {
        this.store = store;
        this.transactions = new TransactionTemplate(manager);
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * A call as it ended.
     *
     * @param sent what left, without the instruction
     * @param expected tokens in, where the endpoint does not say
     * @param answer what came back
     */
    record Ended(
            ModelTier tier,
            String purpose,
            Prompt prompt,
            @Nullable UUID about,
            String model,
            String sent,
            @Nullable String answer,
            Called called,
            CallOutcome outcome,
            Duration took,
            long expected) {

        private long input() {
            return called.inputTokens() != null ? called.inputTokens() : answer == null ? 0 : expected;
        }

        private long output() {
            return called.outputTokens() != null
                    ? called.outputTokens()
                    : answer == null ? 0 : answer.length() / StructuredModel.TOKEN;
        }
    }

    ModelPolicy policy() {
        return transactions.execute(_ -> store.policy().orElse(ModelPolicy.CLOSED));
    }

    boolean overBudget(ModelPolicy policy, long expected) {
        return policy.budget().exceededBy(transactions.execute(_ -> store.usage(month(now()))), expected);
    }

    void keep(ModelPolicy policy, Ended ended) {
        var now = now();
        var person = ActorScope.current().rightsOf();
        var prompt = ended.prompt();
        var kept = new ModelCall(
                Ids.next(),
                now,
                person == null ? null : person.value(),
                ended.purpose(),
                prompt.name(),
                prompt.version(),
                ended.tier().wire(),
                ended.model(),
                ended.input(),
                ended.output(),
                policy.budget().cost(ended.input(), ended.output()),
                policy.budget().currency(),
                ended.took().toMillis(),
                ended.called().attempts(),
                ended.outcome(),
                ended.about(),
                policy.logTexts() ? shortened(prompt.instruction() + "\n\n" + ended.sent()) : null,
                policy.logTexts() && ended.answer() != null
                        ? shortened(MaskText.secrets(ended.answer()).text())
                        : null);
        apart.executeWithoutResult(_ -> store.insert(kept, month(now).atDay(1)));
        ModelMeter.tell(kept);
    }

    private static String shortened(String text) {
        var plain = text.replace("\u0000", "\n");
        return plain.length() > LONGEST_KEPT ? plain.substring(0, LONGEST_KEPT) : plain;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }
}
