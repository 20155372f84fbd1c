package dev.windrose.records.change;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.access.AccessSql;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps writes to records and fields that the actor may change. A record it does not see is as if it were not there. What the product adds to a
 * draft by its own rules is not asked for.
 */
@Component
class CheckAccess {

    private static final String OWNER = "owner_id";

    private final AccessChecks checks;
    private final AccessSql access;

    CheckAccess(AccessChecks checks, AccessSql access) {
        this.checks = checks;
        this.access = access;
    }

    void check(Plan plan) {
        Map<Descriptor, Set<UUID>> asked = new LinkedHashMap<>();
        for (var planned : plan.operations) {
            if (plan.draft.consequences().contains(planned.draft.id())) {
                continue;
            }
            checkFields(planned);
            if (planned.draft.op() == Op.CREATE) {
                own(planned);
            } else if (!checks.unlimited(planned.type)) {
                asked.computeIfAbsent(planned.type, _ -> new HashSet<>()).add(planned.draft.recordId());
            }
        }
        asked.forEach((type, ids) -> checkRecords(plan, type, ids));
    }

    private void checkRecords(Plan plan, Descriptor type, Set<UUID> ids) {
        var created = plan.created();
        var reached = checks.reached(type, ids);
        for (var planned : plan.operations) {
            var id = planned.draft.recordId();
            if (!planned.type.equals(type) || !ids.contains(id) || created.contains(id)) {
                continue;
            }
            var writable = reached.get(id);
            if (writable == null) {
                plan.records.getOrDefault(type, Map.of()).remove(id);
            } else if (!writable) {
                planned.problem(CommonError.NOT_ALLOWED, "id", AccessChecks.refusal(type));
            }
        }
    }

    private void checkFields(PlannedOperation planned) {
        var hidden = access.hidden(planned.type);
        planned.draft.values().keySet().stream()
                .filter(hidden::contains)
                .forEach(name -> planned.problem(
                        CommonError.NOT_ALLOWED,
                        name,
                        "%s is hidden from your role."
                                .formatted(planned.type.fields().get(name).label())));
    }

    /** Otherwise whoever makes a record could not find it again. */
    private void own(PlannedOperation planned) {
        var person = ActorScope.current().rightsOf();
        if (person != null && planned.parsed.get(OWNER) == null && access.ownsWhatItMakes(planned.type)) {
            planned.parsed.put(OWNER, person.value());
        }
    }
}
