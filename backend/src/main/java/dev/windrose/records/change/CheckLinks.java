package dev.windrose.records.change;

import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptors;
import dev.windrose.records.ExternalId;
import dev.windrose.records.RecordRef;
import dev.windrose.records.store.ExternalIdStore;
import dev.windrose.records.store.References;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Refuses writes the actor may not do, references to what is not in this workspace, and external ids that another record has. */
@Component
class CheckLinks {

    private final Descriptors descriptors;
    private final References references;
    private final ExternalIdStore externalIds;
    private final CheckAccess access;

    CheckLinks(Descriptors descriptors, References references, ExternalIdStore externalIds, CheckAccess access) {
        this.access = access;
        this.descriptors = descriptors;
        this.references = references;
        this.externalIds = externalIds;
    }

    void check(Plan plan) {
        access.check(plan);
        checkReferences(plan);
        checkExternalIds(plan);
    }

    private void checkReferences(Plan plan) {
        Set<UUID> created = plan.created();
        var wanted = new LinkedHashMap<String, Set<UUID>>();
        for (var planned : plan.operations) {
            References.collect(planned.type, List.of(planned.parsed))
                    .forEach((type, ids) -> wanted.computeIfAbsent(type, _ -> new LinkedHashSet<>())
                            .addAll(ids));
        }
        wanted.values().forEach(ids -> ids.removeAll(created));
        var found = references.find(wanted);
        plan.operations.forEach(planned -> checkReferences(plan, planned, created, found));
        plan.found.putAll(found);
    }

    private void checkReferences(
            Plan plan, PlannedOperation planned, Set<UUID> created, Map<String, Map<UUID, RecordRef>> found) {
        for (var field : planned.type.fields().values()) {
            String ref = field.ref();
            boolean unknown = ref != null
                    && !ref.equals("person")
                    && descriptors.find(ref).isEmpty();
            // A built-in field may name records of a module that is not there; an added one whose type was removed
            // takes none.
            if (ref == null || unknown && field.custom() == null) {
                continue;
            }
            var known = found.getOrDefault(ref, Map.of());
            for (var id : References.ids(field, planned.parsed.get(field.name()))) {
                boolean own = created.contains(id) && plan.ref(ref, id).isPresent();
                boolean held = planned.holds(plan, field, id);
                if (!own && !known.containsKey(id) && !held) {
                    planned.problem(
                            CommonError.BAD_VALUE,
                            field.name(),
                            "There is no %s with the id %s.".formatted(ref.replace('_', ' '), id));
                }
            }
        }
    }

    private void checkExternalIds(Plan plan) {
        var byType = new LinkedHashMap<String, List<ExternalId>>();
        for (var planned : plan.operations) {
            byType.computeIfAbsent(planned.type.name(), _ -> new ArrayList<>()).addAll(planned.draft.externalIds());
        }
        byType.forEach((type, ids) -> {
            var taken = externalIds.records(type, ids);
            for (var planned : plan.operations) {
                if (planned.type.name().equals(type)) {
                    claim(planned, taken);
                }
            }
        });
    }

    private static void claim(PlannedOperation planned, Map<ExternalId, UUID> taken) {
        for (var id : planned.draft.externalIds()) {
            var holder = taken.putIfAbsent(id, planned.draft.recordId());
            if (holder != null && !holder.equals(planned.draft.recordId())) {
                planned.problem(
                        CommonError.ALREADY_EXISTS,
                        "external_ids",
                        "Another %s has the id %s of %s."
                                .formatted(planned.type.label().toLowerCase(Locale.ROOT), id.id(), id.source()));
            }
        }
    }
}
