package dev.windrose.llm.model;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the workspace lets out to a language model, and how much of it. */
@Component
public class ModelPolicies {

    private final ModelStore store;
    private final ModelTiers tiers;
    private final AuditLog audit;
    private final Clock clock;

    ModelPolicies(ModelStore store, ModelTiers tiers, AuditLog audit, Clock clock) {
        this.store = store;
        this.tiers = tiers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether texts go out now, and if not why. */
    public enum State {
        NO_MODEL("No language model is set up on this server. Everything works without one."),
        OFF("No text leaves this workspace."),
        ON("Texts that come in are read by the language model too, and checked here."),
        BUDGET_USED_UP("The budget of this month is used up. Texts are read without the language model.");

        private final String sentence;

        State(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    @Transactional(readOnly = true)
    public ModelPolicy current() {
        Permissions.require(Operation.READ, "llm");
        return store.policy().orElse(ModelPolicy.CLOSED);
    }

    @Transactional(readOnly = true)
    public ModelUsage usage() {
        Permissions.require(Operation.READ, "llm");
        return store.usage(KeepCall.month(clock.instant()));
    }

    public List<String> tiers() {
        return tiers.names();
    }

    public State state(ModelPolicy policy, ModelUsage used) {
        if (tiers.names().isEmpty()) {
            return State.NO_MODEL;
        }
        if (!policy.messageText()) {
            return State.OFF;
        }
        return policy.budget().exceededBy(used, 1) ? State.BUDGET_USED_UP : State.ON;
    }

    @Transactional
    public ModelPolicy change(ModelPolicyChange change) {
        Permissions.require(Operation.MANAGE, "llm");
        var old = store.policy().orElse(ModelPolicy.CLOSED);
        var person = ActorScope.current().rightsOf();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var share = change.share() == null ? new ModelPolicyChange.Share(null, null, null) : change.share();
        var policy = new ModelPolicy(
                Objects.requireNonNullElse(share.messageText(), old.messageText()),
                Objects.requireNonNullElse(share.records(), old.records()),
                share.contactAddresses() == null ? old.plainAddresses() : plain(share.contactAddresses()),
                change.budget() == null ? old.budget() : budget(change.budget()),
                Objects.requireNonNullElse(change.logTexts(), old.logTexts()),
                days(change.keepDays(), old.keepDays()),
                now,
                person == null ? null : person.value());
        store.put(policy, now, policy.changedBy());
        audit.append(AuditEntry.of(
                AuditAction.LANGUAGE_MODEL_CHANGED,
                "Language model",
                Map.of(
                        "message_text",
                        policy.messageText(),
                        "records",
                        policy.records(),
                        "contact_addresses",
                        policy.plainAddresses() ? "plain" : "masked")));
        return policy;
    }

    private static boolean plain(String addresses) {
        return switch (addresses) {
            case "plain" -> true;
            case "masked" -> false;
            default ->
                throw new AppException(
                        CommonError.BAD_VALUE,
                        "Addresses of contacts go out masked or plain.",
                        "share.contact_addresses");
        };
    }

    private static int days(@Nullable Integer wanted, int old) {
        if (wanted != null && (wanted < 1 || wanted > 365)) {
            throw new AppException(CommonError.BAD_VALUE, "Calls are kept for 1 to 365 days.", "keep_days");
        }
        return wanted == null ? old : wanted;
    }

    private static ModelBudget budget(ModelPolicyChange.Budget wanted) {
        if (wanted.tokensPerMonth() != null && wanted.tokensPerMonth() < 0) {
            throw new AppException(
                    CommonError.BAD_VALUE, "A number of tokens is not negative.", "budget.tokens_per_month");
        }
        var budget = new ModelBudget(
                wanted.tokensPerMonth(),
                Micros.of(wanted.costPerMonth(), "budget.cost_per_month"),
                currency(wanted.currency()),
                Micros.of(wanted.inputPerMillion(), "budget.input_per_million"),
                Micros.of(wanted.outputPerMillion(), "budget.output_per_million"));
        boolean priced = budget.inputPrice() != null && budget.outputPrice() != null;
        if (budget.costPerMonth() != null && !priced) {
            throw new AppException(
                    CommonError.REQUIRED,
                    "A limit of money needs the prices of a million tokens in and out.",
                    "budget.input_per_million");
        }
        if (priced && budget.currency() == null) {
            throw new AppException(CommonError.REQUIRED, "Prices need a currency.", "budget.currency");
        }
        return budget;
    }

    private static @Nullable String currency(@Nullable String written) {
        try {
            return written == null || written.isBlank()
                    ? null
                    : Currency.getInstance(written.strip()).getCurrencyCode();
        } catch (IllegalArgumentException unknown) {
            throw new AppException(
                    CommonError.BAD_VALUE, "A currency is a code of three letters, such as EUR.", "budget.currency");
        }
    }
}
