package dev.windrose.context.policy;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.context.entry.EntryCategory;
import dev.windrose.context.entry.EntryStatus;
import dev.windrose.context.entry.Sensitivity;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.FollowChange;
import dev.windrose.records.change.Op;
import dev.windrose.records.change.RecordRule;
import dev.windrose.records.change.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps the rules of policies in step with their entries, and an entry whose examples fail from going live. */
@Component
class FollowPolicies implements RecordRule, FollowChange {

    private static final String DETAILS = "details";
    private static final String CLAUSE = "clause";
    private static final String ENFORCE = "enforce";
    private static final String STATUS = "status";
    private static final String BODY = "body";

    private final CompileClause compile;
    private final PolicyStore store;
    private final PolicyEntryStore entries;
    private final Policies policies;
    private final FindConflicts conflicts;

    FollowPolicies(
            CompileClause compile,
            PolicyStore store,
            PolicyEntryStore entries,
            Policies policies,
            FindConflicts conflicts) {
        this.compile = compile;
        this.store = store;
        this.entries = entries;
        this.policies = policies;
        this.conflicts = conflicts;
    }

    @Override
    public String type() {
        return ContextEntry.TYPE;
    }

    /** Runs the examples of what is or becomes live. */
    @Override
    public void check(Write write) {
        boolean sets = write.op() == Op.CREATE || write.op() == Op.UPDATE;
        boolean policy = EntryCategory.POLICY.wire().equals(write.value("category"));
        if (!sets || !policy || write.cause().kind() == CauseKind.UNDO) {
            return;
        }
        boolean offered =
                !EntryStatus.DRAFT.wire().equals(write.value(STATUS)) && !"archived".equals(write.value(STATUS));
        byPerson(write);
        if (!offered || !(write.changes(DETAILS) || write.changes(STATUS) || write.changes(BODY))) {
            return;
        }
        var examples = Example.in(write.value(DETAILS));
        if (examples.isEmpty()) {
            return;
        }
        var compiled = compile.of(clause(write.value(DETAILS), write.value(BODY)), write.value(DETAILS));
        for (var example : examples) {
            try {
                var verdict = policies.rule(compiled.rules(), example.parsed(PolicyRule.read(compiled.rules())));
                if (!example.met(verdict)) {
                    write.refuse(
                            CommonError.BAD_VALUE,
                            DETAILS,
                            "The example \"%s\" expects %s, but the policy says %s."
                                    .formatted(example.facts(), example.expected(), Example.told(verdict)));
                }
            } catch (dev.windrose.platform.error.AppException wrong) {
                write.refuse(CommonError.BAD_VALUE, DETAILS, "An example cannot be read: " + wrong.getMessage());
            }
        }
    }

    /** Only a person says that a guess is right. */
    private static void byPerson(Write write) {
        if (!(write.value(DETAILS) instanceof Map<?, ?> details) || !write.changes(DETAILS)) {
            return;
        }
        boolean says = details.get(CompiledClause.CONFIRMED) instanceof String text && !text.isBlank();
        boolean before = write.before().get(DETAILS) instanceof Map<?, ?> kept
                && java.util.Objects.equals(kept.get(CompiledClause.CONFIRMED), details.get(CompiledClause.CONFIRMED));
        if (says && !before && ActorScope.current().kind() == ActorKind.AGENT) {
            write.refuse(CommonError.NOT_ALLOWED, DETAILS, "Only a person confirms how a policy is read.");
        }
    }

    @Override
    public void follow(AppliedChange change) {
        var ids = change.operations().stream()
                .filter(operation -> operation.recordType().equals(ContextEntry.TYPE))
                .map(operation -> operation.recordId())
                .distinct()
                .toList();
        if (!ids.isEmpty()) {
            rebuild(ids);
        }
    }

    /** Makes the rules of these entries anew. */
    void rebuild(List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        store.remove(ids);
        var found = entries.policies(ids);
        var live = found.isEmpty() ? new ArrayList<LivePolicy>() : new ArrayList<>(store.ever());
        for (var entry : found) {
            var policy = made(entry);
            boolean holds = EntryStatus.LIVE.wire().equals(entry.status());
            store.put(new PolicyStore.Kept(policy, holds, entry.from(), entry.to()));
            if (holds) {
                conflicts.refresh(policy, live);
                live.add(policy);
            }
        }
    }

    private LivePolicy made(PolicyEntryStore.Entry entry) {
        var compiled = compile.of(clause(entry.details(), entry.body()), entry.details());
        return new LivePolicy(
                new ContextEntryId(entry.id()),
                entry.version(),
                entry.title(),
                entry.kind(),
                Sensitivity.of(entry.sensitivity()).orElse(Sensitivity.INTERNAL),
                compiled.clause(),
                compiled.why(),
                compiled.warnings(),
                Enforcement.of(
                        entry.details().getOrDefault(ENFORCE, ""),
                        entry.imported() ? Enforcement.WARN : Enforcement.REQUIRE),
                compiled.byModel(),
                compiled.confirmed(),
                compiled.rules());
    }

    /** The clause of a policy; the steps of a procedure stand in its body. */
    static String clause(@Nullable Object details, @Nullable Object body) {
        var clause = details instanceof Map<?, ?> map ? map.get(CLAUSE) : null;
        return clause == null ? body == null ? "" : body.toString() : clause.toString();
    }
}
