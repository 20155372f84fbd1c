package dev.windrose.records.duplicates;

import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.RecordData;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.CauseKind;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes several records one, as one change set: what refers to the merged ones turns to the survivor, these go to the bin, and the survivor
 * takes the values that the rules choose. Checks the rights on single records; whoever offers a merge checks the type's.
 */
@Component
public class MergeRecords {

    static final String CAUSE = "merge:";
    private static final int MOST = 20;

    private final Descriptors descriptors;
    private final ReadSources sources;
    private final FindReferences references;
    private final DuplicateSettings settings;
    private final MergeStore store;
    private final Changes changes;
    private final AccessSql access;

    MergeRecords(
            Descriptors descriptors,
            ReadSources sources,
            FindReferences references,
            DuplicateSettings settings,
            MergeStore store,
            Changes changes,
            AccessSql access) {
        this.descriptors = descriptors;
        this.sources = sources;
        this.references = references;
        this.settings = settings;
        this.store = store;
        this.changes = changes;
        this.access = access;
    }

    private record Plan(
            ChangeDraft draft, List<ChooseValues.Kept> kept, FindReferences.Found found, List<RecordData> records) {}

    /** Writes nothing. */
    @Transactional(readOnly = true)
    public MergePreview preview(MergeOrder order) {
        var plan = plan(order, Ids.next());
        var hidden = access.hidden(descriptors.get(order.type()));
        return new MergePreview(
                order.survivor(),
                plan.kept().stream()
                        .filter(kept -> !hidden.contains(kept.field().name()))
                        .map(kept -> new MergePreview.KeptField(
                                kept.field().name(), kept.field().label(), kept.value(), kept.from(), kept.rule()))
                        .toList(),
                plan.found().moves().stream()
                        .map(move -> new MergePreview.Moving(
                                move.type().name(),
                                move.type().labelPlural(),
                                move.field().name(),
                                move.count()))
                        .toList(),
                order.merged(),
                changes.preview(plan.draft()));
    }

    /** At once; what an agent asks for waits for a person. */
    @Transactional
    public MergeResult merge(MergeOrder order) {
        var id = Ids.next();
        // Held first, so that what a sync writes meanwhile is either merged or finds the survivor.
        sources.hold(descriptors.get(order.type()), order);
        var plan = plan(order, id);
        for (var record : plan.records()) {
            if (!record.id().equals(order.survivor())) {
                store.insert(id, order.type(), record.id(), order.survivor(), record.title());
            }
        }
        if (ActorScope.current().kind() == ActorKind.AGENT) {
            return new MergeResult(id, order.survivor(), changes.propose(plan.draft()), true);
        }
        return new MergeResult(id, order.survivor(), changes.apply(plan.draft()), false);
    }

    private Plan plan(MergeOrder order, UUID id) {
        var type = descriptors.get(order.type());
        check(type, order);
        var all = sources.of(type, order);
        var kept = new ChooseValues(type, settings.of(type.name()), order.fields(), all).values();
        var found = references.of(order);
        var operations = new ArrayList<>(found.operations());
        order.merged().forEach(merged -> operations.add(DraftOperation.delete(type.name(), merged)));
        var survivor = all.getFirst().record();
        var values = new LinkedHashMap<String, @Nullable Object>();
        kept.stream()
                .filter(value -> !Objects.equals(survivor.value(value.field().name()), value.value()))
                .forEach(value -> values.put(value.field().name(), value.value()));
        var own = new HashSet<UUID>();
        found.operations().forEach(operation -> own.add(operation.id()));
        operations.addAll(updates(type, order.survivor(), values, own));
        var person = ActorScope.current().kind() == ActorKind.PERSON;
        var draft = new ChangeDraft(
                new Cause(person ? CauseKind.PERSON : CauseKind.RUN, CAUSE + id),
                summary(all),
                operations,
                true,
                false,
                false,
                own);
        return new Plan(
                draft,
                kept,
                found,
                all.stream().map(ChooseValues.Source::record).toList());
    }

    /** Values that the actor does not see are the product's to keep. */
    private List<DraftOperation> updates(
            Descriptor type, UUID survivor, Map<String, @Nullable Object> values, Set<UUID> own) {
        var operations = new ArrayList<DraftOperation>();
        var hidden = new LinkedHashMap<>(values);
        hidden.keySet().retainAll(access.hidden(type));
        values.keySet().removeAll(hidden.keySet());
        if (!values.isEmpty()) {
            operations.add(DraftOperation.update(type.name(), survivor, values));
        }
        if (!hidden.isEmpty()) {
            var unseen = DraftOperation.update(type.name(), survivor, hidden);
            operations.add(unseen);
            own.add(unseen.id());
        }
        return operations;
    }

    private static String summary(List<ChooseValues.Source> all) {
        var merged = all.stream().skip(1).map(source -> source.record().title()).toList();
        return "%s merged into %s"
                .formatted(
                        merged.size() <= 3 ? String.join(", ", merged) : merged.size() + " records",
                        all.getFirst().record().title());
    }

    private void check(Descriptor type, MergeOrder order) {
        if (!MatchFields.possible(type)) {
            throw new AppException(CommonError.NOT_ALLOWED, "%s cannot be merged.".formatted(type.labelPlural()));
        }
        if (order.merged().isEmpty()
                || order.merged().size() > MOST
                || order.merged().contains(order.survivor())) {
            throw new AppException(
                    CommonError.BAD_VALUE,
                    "A merge names the survivor and up to %d other records.".formatted(MOST),
                    "from_ids");
        }
        order.fields().forEach((field, record) -> {
            if (type.field(field).isEmpty() || access.hidden(type).contains(field)) {
                throw new AppException(
                        CommonError.UNKNOWN_FIELD, "%s has no field \"%s\".".formatted(type.label(), field), field);
            }
            if (!record.equals(order.survivor()) && !order.merged().contains(record)) {
                throw new AppException(CommonError.BAD_VALUE, "That record is not part of this merge.", field);
            }
        });
    }
}
