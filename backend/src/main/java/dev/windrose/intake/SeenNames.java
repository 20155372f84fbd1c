package dev.windrose.intake;

import dev.windrose.records.Descriptors;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.access.AccessSql;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which of the names in memory the actor in scope may know. */
@Component
class SeenNames {

    private final Descriptors descriptors;
    private final AccessSql access;
    private final AccessChecks checks;

    SeenNames(Descriptors descriptors, AccessSql access, AccessChecks checks) {
        this.descriptors = descriptors;
        this.access = access;
        this.checks = checks;
    }

    boolean all() {
        return NameStore.TYPES.stream().allMatch(type -> access.seesAll(descriptors.get(type)));
    }

    Set<UUID> of(String type, Collection<UUID> ids) {
        return checks.seen(descriptors.get(type), ids);
    }

    /** Whether records of a type may be looked up by their account. */
    boolean byCompany(String type) {
        return !access.hidden(descriptors.get(type)).contains("company_id");
    }

    /** The words under a name tell of other fields, and of the company. */
    boolean plain(String type) {
        return access.hidden(descriptors.get(type)).isEmpty() && access.seesAll(descriptors.get("company"));
    }
}
