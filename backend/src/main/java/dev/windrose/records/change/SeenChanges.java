package dev.windrose.records.change;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.query.MaskedHistory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Change sets as the actor in scope may see them: without operations on records it does not see, without hidden fields. */
@Component
public class SeenChanges {

    private final Descriptors descriptors;
    private final AccessSql access;
    private final AccessChecks checks;

    SeenChanges(Descriptors descriptors, AccessSql access, AccessChecks checks) {
        this.descriptors = descriptors;
        this.access = access;
        this.checks = checks;
    }

    /** Empty where the actor may see nothing of it. */
    @Transactional(readOnly = true)
    public Optional<ChangeSet> of(ChangeSet set) {
        return of(List.of(set)).stream().findFirst();
    }

    /** Those of which the actor may see something. */
    @Transactional(readOnly = true)
    public List<ChangeSet> of(List<ChangeSet> sets) {
        if (access.seesEverything() && !access.hidesAnything()) {
            return sets;
        }
        var unseen = unseen(sets);
        return sets.stream().flatMap(set -> seen(set, unseen).stream()).toList();
    }

    /** By record type. A record that is not there yet counts as unseen. */
    private Map<String, Set<UUID>> unseen(List<ChangeSet> sets) {
        var ids = new LinkedHashMap<Descriptor, Set<UUID>>();
        sets.forEach(set -> set.operations()
                .forEach(operation -> descriptors.find(operation.recordType()).ifPresent(type -> ids.computeIfAbsent(
                                type, _ -> new HashSet<>())
                        .add(operation.recordId()))));
        var unseen = new HashMap<String, Set<UUID>>();
        ids.forEach((type, wanted) -> {
            if (!access.seesAll(type)) {
                var left = new HashSet<>(wanted);
                left.removeAll(checks.seen(type, wanted));
                left.removeAll(ownProposals(sets, left));
                left.removeAll(openProposals(sets, type, left));
                unseen.put(type.name(), left);
            }
        });
        return unseen;
    }

    /** What somebody has proposed to make, or has just made in a preview, belongs to nobody else yet. */
    private static Set<UUID> ownProposals(List<ChangeSet> sets, Set<UUID> ids) {
        var person = ActorScope.current().rightsOf();
        var own = new HashSet<UUID>();
        sets.stream()
                .filter(set -> person != null && person.equals(set.person()))
                .flatMap(set -> set.operations().stream())
                .filter(operation -> operation.op() == Op.CREATE
                        && (operation.status() == OperationStatus.WAITING || operation.version() != null)
                        && ids.contains(operation.recordId()))
                .forEach(operation -> own.add(operation.recordId()));
        return own;
    }

    /** What somebody has proposed to make and the actor would see once it is there, as far as what it says decides. */
    private Set<UUID> openProposals(List<ChangeSet> sets, Descriptor type, Set<UUID> ids) {
        var open = new HashSet<UUID>();
        sets.stream()
                .flatMap(set -> set.operations().stream())
                .filter(operation -> operation.op() == Op.CREATE
                        && operation.status() == OperationStatus.WAITING
                        && ids.contains(operation.recordId())
                        && access.wouldSee(type, after(operation)))
                .forEach(operation -> open.add(operation.recordId()));
        return open;
    }

    private static Map<String, @Nullable Object> after(ChangeOperation operation) {
        var values = new HashMap<String, @Nullable Object>();
        operation.fields().forEach(change -> values.put(change.field(), change.after()));
        return values;
    }

    private Optional<ChangeSet> seen(ChangeSet set, Map<String, Set<UUID>> unseen) {
        var operations = set.operations().stream()
                .filter(operation ->
                        !unseen.getOrDefault(operation.recordType(), Set.of()).contains(operation.recordId()))
                .map(this::masked)
                .toList();
        if (operations.equals(set.operations())) {
            return Optional.of(set);
        }
        return operations.isEmpty() ? Optional.empty() : Optional.of(set.showing(operations, told(operations)));
    }

    private ChangeOperation masked(ChangeOperation operation) {
        var type = descriptors.find(operation.recordType()).orElse(null);
        var hidden = type == null ? Set.<String>of() : access.hidden(type);
        return operation.fields().stream().noneMatch(change -> hidden.contains(change.field()))
                ? operation
                : operation.without(hidden);
    }

    /** The words of the whole may tell of what is left out. */
    private String told(List<ChangeOperation> operations) {
        if (operations.size() > 1) {
            return "%d changes".formatted(operations.size());
        }
        var only = operations.getFirst();
        return "%s: %s"
                .formatted(
                        only.recordTitle(),
                        only.op() == Op.UPDATE
                                ? MaskedHistory.summary(
                                        descriptors.get(only.recordType()),
                                        only.fields().stream()
                                                .map(FieldChange::field)
                                                .toList())
                                : only.op().past());
    }
}
