package dev.windrose.context.policy;

import dev.windrose.context.entry.Clearances;
import dev.windrose.context.policy.rule.Decide;
import dev.windrose.context.policy.rule.Fact;
import dev.windrose.context.policy.rule.Facts;
import dev.windrose.context.policy.rule.Verdict;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.platform.people.Workspaces;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The policies that hold today, and what they say of a case. They hold for everybody, also for those who may not read them. */
@Component
public class Policies {

    private static final String CLOSED = "A policy that you may not read.";

    private final PolicyStore store;
    private final Workspaces workspaces;
    private final Clearances clearances;
    private final CelRules cel;

    Policies(PolicyStore store, Workspaces workspaces, Clearances clearances, CelRules cel) {
        this.store = store;
        this.workspaces = workspaces;
        this.clearances = clearances;
        this.cel = cel;
    }

    /** What each live policy says, those that say something first: refusals, then what is missing, then approvals. */
    @Transactional(readOnly = true)
    public List<Ruling> rule(Facts facts) {
        return rule(all(), facts);
    }

    /**
     * Facts by name, also those that only a live policy names.
     *
     * @throws AppException naming the fact that is unknown or has a wrong value
     */
    @Transactional(readOnly = true)
    public Facts facts(Map<String, ? extends @Nullable Object> written) {
        return Facts.of(written, read(all()));
    }

    /** The facts that policies turn on. */
    static Set<Fact> read(List<LivePolicy> policies) {
        return policies.stream()
                .flatMap(policy -> PolicyRule.read(policy.rules()).stream())
                .collect(Collectors.toSet());
    }

    /** As {@link #rule}, by the policies that held on a day. */
    @Transactional(readOnly = true)
    public List<Ruling> rule(Facts facts, LocalDate day) {
        return rule(store.live(day), facts);
    }

    List<Ruling> rule(List<LivePolicy> asked, Facts facts) {
        return asked.stream()
                .filter(policy -> !policy.rules().isEmpty())
                .map(policy -> ruling(policy, facts))
                .filter(ruling -> !(ruling.verdict() instanceof Verdict.Allow))
                .sorted(Comparator.comparingInt(ruling -> order(ruling.verdict())))
                .toList();
    }

    /** What a clause says of a case, with the rules that it comes from. */
    public Verdict rule(Collection<PolicyRule> rules, Facts facts) {
        return Decide.of(rules.stream().map(PolicyRule::rule).toList(), facts, cel);
    }

    /** Those of the rules that hold, or could hold where facts are not known. */
    public List<PolicyRule> speaking(Collection<PolicyRule> rules, Facts facts) {
        return rules.stream()
                .filter(rule -> !(Decide.of(List.of(rule.rule()), facts, cel) instanceof Verdict.Allow))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<LivePolicy> all() {
        return store.live(workspaces.today());
    }

    /** Those with rules, as this process has read them within a second: each write of a deal asks. */
    List<LivePolicy> known() {
        return store.known(workspaces.today());
    }

    /** Those that the actor in scope may read. */
    @Transactional(readOnly = true)
    public List<LivePolicy> readable() {
        var highest = clearances.own();
        return all().stream()
                .filter(policy -> highest.includes(policy.sensitivity()))
                .toList();
    }

    /** Also one that does not hold today; empty for what the actor in scope may not read. */
    @Transactional(readOnly = true)
    public Optional<LivePolicy> find(ContextEntryId id) {
        return store.find(id).filter(policy -> clearances.own().includes(policy.sensitivity()));
    }

    private Ruling ruling(LivePolicy policy, Facts facts) {
        boolean seen = clearances.own().includes(policy.sensitivity());
        return new Ruling(
                policy.id(),
                policy.version(),
                seen ? policy.title() : CLOSED,
                seen ? policy.clause() : CLOSED,
                policy.enforced(),
                policy.guessed(),
                rule(policy.rules(), facts),
                seen ? speaking(policy.rules(), facts) : List.of(),
                PolicyRule.read(policy.rules()));
    }

    private static int order(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Refuse _ -> 0;
            case Verdict.Missing _ -> 1;
            case Verdict.Approval _ -> 2;
            case Verdict.Price _ -> 3;
            case Verdict.Route _ -> 4;
            case Verdict.Unknown _ -> 5;
            case Verdict.Allow _ -> 6;
        };
    }
}
