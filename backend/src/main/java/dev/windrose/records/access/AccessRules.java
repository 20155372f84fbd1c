package dev.windrose.records.access;

import dev.windrose.events.Event;
import dev.windrose.events.EventLog;
import dev.windrose.events.EventType;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.Role;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rules of the workspace: how far each role reaches, and which fields it does not see. A change counts from the next request on. */
@Component
public class AccessRules {

    private static final String PART = "workspace";

    private final AccessStore store;
    private final AccessPolicies policies;
    private final Descriptors descriptors;
    private final EventLog events;
    private final AuditLog audit;
    private final Clock clock;

    AccessRules(
            AccessStore store,
            AccessPolicies policies,
            Descriptors descriptors,
            EventLog events,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.policies = policies;
        this.descriptors = descriptors;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<AccessRule> rules() {
        Permissions.require(Operation.READ, PART);
        return store.rules();
    }

    /** Rules that say "everyone" twice are the same as none and are not kept. */
    @Transactional
    public List<AccessRule> replaceRules(List<AccessRule> rules) {
        Permissions.require(Operation.MANAGE, PART);
        var seen = new HashSet<String>();
        for (var rule : rules) {
            requireType(rule.recordType());
            requireBelowAdmin(rule.role());
            if (!rule.read().includes(rule.write())) {
                throw new AppException(
                        CommonError.BAD_VALUE,
                        "Nobody can change what they do not see: write reaches further than read.",
                        "write");
            }
            if (!seen.add(rule.recordType() + rule.role())) {
                throw new AppException(
                        CommonError.BAD_VALUE,
                        "There are two rules for %s of %s."
                                .formatted(rule.role().wire(), rule.recordType()),
                        "rules");
            }
        }
        var before = store.rules();
        store.replaceRules(
                rules.stream()
                        .filter(rule -> rule.write() != AccessLevel.EVERYONE)
                        .toList(),
                clock.instant());
        policies.forgetAfterwards();
        var after = store.rules();
        tell(
                AccessEvents.RULES_CHANGED,
                before.stream().map(AccessRules::told).toList(),
                after.stream().map(AccessRules::told).toList());
        return after;
    }

    @Transactional(readOnly = true)
    public List<FieldMask> masks() {
        Permissions.require(Operation.READ, PART);
        return store.masks();
    }

    @Transactional
    public List<FieldMask> replaceMasks(List<FieldMask> masks) {
        Permissions.require(Operation.MANAGE, PART);
        for (var mask : masks) {
            var type = requireType(mask.recordType());
            var field = type.field(mask.field())
                    .orElseThrow(() -> new AppException(
                            CommonError.UNKNOWN_FIELD,
                            "%s has no field \"%s\".".formatted(type.label(), mask.field()),
                            "field"));
            if (field.name().equals(type.titleField()) || field.section().equals("System")) {
                throw new AppException(
                        CommonError.BAD_VALUE,
                        "%s cannot be hidden: by it people know the record and who owns it.".formatted(field.label()),
                        "field");
            }
            mask.roles().forEach(AccessRules::requireBelowAdmin);
        }
        var before = store.masks();
        store.replaceMasks(masks, clock.instant());
        policies.forgetAfterwards();
        var after = store.masks();
        tell(
                AccessEvents.MASKS_CHANGED,
                before.stream().map(AccessRules::told).toList(),
                after.stream().map(AccessRules::told).toList());
        return after;
    }

    private Descriptor requireType(String name) {
        return descriptors
                .find(name)
                .orElseThrow(() -> new AppException(
                        CommonError.BAD_VALUE, "There is no record type \"%s\".".formatted(name), "record_type"));
    }

    private static void requireBelowAdmin(Role role) {
        if (role.atLeast(Role.ADMIN)) {
            throw new AppException(CommonError.BAD_VALUE, "Owners and administrators see everything.", "role");
        }
    }

    private void tell(EventType type, List<String> before, List<String> after) {
        var told = Map.of("before", before, "after", after);
        events.append(Event.of(type, told));
        audit.append(AuditEntry.of(AuditAction.ACCESS_CHANGED, type.name(), told));
    }

    private static String told(AccessRule rule) {
        return "%s, %s: reads %s, writes %s"
                .formatted(
                        rule.recordType(),
                        rule.role().wire(),
                        rule.read().wire(),
                        rule.write().wire());
    }

    private static String told(FieldMask mask) {
        return "%s.%s from %s"
                .formatted(
                        mask.recordType(),
                        mask.field(),
                        String.join(
                                ", ",
                                mask.roles().stream().map(Role::wire).sorted().toList()));
    }
}
