package dev.windrose.context.policy;

import dev.windrose.context.entry.ContextEntry;
import dev.windrose.llm.language.Fold;
import dev.windrose.records.SchemaChanged;
import dev.windrose.records.change.AppliedChange;
import dev.windrose.records.change.ChangeOperation;
import dev.windrose.records.change.FieldChange;
import dev.windrose.records.change.FollowChange;
import dev.windrose.records.change.Op;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** A clause is compiled anew when a name that it uses comes, goes or becomes another one: of a product, competitor, territory, segment or role. */
@Component
class FollowPolicyNames implements FollowChange {

    private static final Map<String, Set<String>> NAMES = Map.of(
            "product",
            Set.of("name"),
            "competitor",
            Set.of("name"),
            "territory",
            Set.of("name"),
            "company",
            Set.of("customer_segment_label"),
            ContextEntry.TYPE,
            Set.of("title", "segments", "regions"));

    private final PolicyNameStore store;
    private final FollowPolicies policies;
    private final TransactionTemplate apart;

    FollowPolicyNames(PolicyNameStore store, FollowPolicies policies, PlatformTransactionManager manager) {
        this.store = store;
        this.policies = policies;
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void follow(AppliedChange change) {
        var names = new LinkedHashSet<String>();
        for (var operation : change.operations()) {
            var fields = NAMES.get(operation.recordType());
            if (fields != null) {
                note(operation, fields, names);
            }
        }
        names.remove("");
        if (!names.isEmpty()) {
            policies.rebuild(using(names));
        }
    }

    /** A renamed stage, another field: every clause may mean something else. */
    @TransactionalEventListener
    void on(SchemaChanged changed) {
        apart.executeWithoutResult(_ -> policies.rebuild(
                store.clauses().stream().map(PolicyNameStore.Clause::entry).toList()));
    }

    private static void note(ChangeOperation operation, Set<String> fields, Set<String> names) {
        if (operation.op() != Op.UPDATE) {
            add(operation.recordTitle(), names);
        }
        for (FieldChange field : operation.fields()) {
            if (fields.contains(field.field())) {
                add(field.before(), names);
                add(field.after(), names);
            }
        }
    }

    private static void add(@Nullable Object value, Set<String> names) {
        switch (value) {
            case null -> names.remove("");
            case Collection<?> list -> list.forEach(one -> add(one, names));
            default -> names.add(Fold.words(value.toString()));
        }
    }

    private List<UUID> using(Set<String> names) {
        return store.clauses().stream()
                .filter(clause -> {
                    var words = " " + Fold.words(clause.text()) + " ";
                    return names.stream().anyMatch(name -> words.contains(" " + name + " "));
                })
                .map(PolicyNameStore.Clause::entry)
                .toList();
    }
}
