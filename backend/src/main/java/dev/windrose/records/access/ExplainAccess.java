package dev.windrose.records.access;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.Role;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.records.Descriptor;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.ExplainStore.Ties;
import dev.windrose.records.access.PersonAccess.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says of one record who sees or changes it, and why. Managers learn it of everybody, others of themselves. */
@Component
public class ExplainAccess {

    private final ExplainStore store;
    private final AccessPolicies policies;
    private final AccessChecks checks;
    private final Descriptors descriptors;
    private final People people;
    private final ObjectProvider<AccessScope> scope;
    private final ObjectProvider<RowLimit> limits;

    ExplainAccess(
            ExplainStore store,
            AccessPolicies policies,
            AccessChecks checks,
            Descriptors descriptors,
            People people,
            ObjectProvider<AccessScope> scope,
            ObjectProvider<RowLimit> limits) {
        this.limits = limits;
        this.store = store;
        this.policies = policies;
        this.checks = checks;
        this.descriptors = descriptors;
        this.people = people;
        this.scope = scope;
    }

    /** @throws dev.windrose.platform.error.AppException NOT_FOUND also for a record the caller does not see */
    @Transactional(readOnly = true)
    public List<PersonAccess> of(Descriptor type, UUID record) {
        Permissions.require(Operation.READ, type.name());
        checks.requireSeen(type, record);
        var actor = ActorScope.current();
        return explained(type, record).stream()
                .filter(one ->
                        actor.role().atLeast(Role.MANAGER) || one.person().id().equals(actor.person()))
                .toList();
    }

    private List<PersonAccess> explained(Descriptor type, UUID record) {
        var ties = store.ties(type.name(), type.table(), record, Reach.company(type, "t"), scope.getIfAvailable());
        var upper = parents(type, record);
        return people.all().stream()
                .filter(Person::active)
                .map(person -> {
                    var own = limited(
                            type,
                            record,
                            access(type, person, ties.get(person.id().value())));
                    return upper == null
                            ? own
                            : below(own, upper.get(person.id().value()));
                })
                .toList();
    }

    private PersonAccess limited(Descriptor type, UUID record, PersonAccess own) {
        var limit = limits.stream()
                .filter(one -> one.type().equals(type.name()))
                .findFirst()
                .orElse(null);
        if (limit == null || !own.reads()) {
            return own;
        }
        var person = own.person();
        String condition = limit.reads(person.id(), person.role(), "t");
        if (condition.equals("true") || store.meets(type.table(), record, condition)) {
            return own;
        }
        var reason = new Reason("limit", limit.reason(person.id().value(), person.role()));
        return new PersonAccess(person, false, false, List.of(reason));
    }

    /** By person; null for what belongs to nothing. */
    private @Nullable Map<UUID, PersonAccess> parents(Descriptor type, UUID record) {
        if (!AccessSql.belongsToAny(type)) {
            return null;
        }
        return store.parent(type.table(), record)
                .flatMap(parent -> descriptors.find(parent.type()).map(found -> explained(found, parent.id())))
                .map(all -> all.stream()
                        .collect(Collectors.toMap(one -> one.person().id().value(), Function.identity())))
                .orElse(null);
    }

    /** Whoever does not see what a comment belongs to does not see the comment. */
    private static PersonAccess below(PersonAccess own, @Nullable PersonAccess parent) {
        return parent == null || parent.reads()
                ? own
                : new PersonAccess(
                        own.person(),
                        false,
                        false,
                        List.of(new Reason("parent", "Does not see the record that this belongs to.")));
    }

    private PersonAccess access(Descriptor type, Person person, @Nullable Ties ties) {
        var reasons = new ArrayList<Reason>();
        boolean reads = reaches(type, person, ties, AccessRight.READ, reasons);
        boolean writes = reads && reaches(type, person, ties, AccessRight.WRITE, new ArrayList<>());
        if (!may(person, Operation.UPDATE, type)) {
            writes = false;
            reasons.add(new Reason(
                    "role",
                    "The role %s does not change %s."
                            .formatted(person.role().wire(), type.labelPlural().toLowerCase(Locale.ROOT))));
        }
        if (!reads) {
            reasons.add(new Reason("none", "No rule of the workspace and no share reaches this record."));
        }
        return new PersonAccess(person, reads, writes, List.copyOf(reasons));
    }

    private boolean reaches(
            Descriptor type, Person person, @Nullable Ties ties, AccessRight right, List<Reason> reasons) {
        if (person.role().atLeast(Role.ADMIN)) {
            reasons.add(new Reason("admin", "Owners and administrators see everything."));
            return true;
        }
        var level = policies.current().level(type.name(), person.role(), right);
        if (level == AccessLevel.EVERYONE) {
            reasons.add(new Reason(
                    "everyone",
                    "Every %s sees all %s."
                            .formatted(person.role().wire(), type.labelPlural().toLowerCase(Locale.ROOT))));
        }
        if (ties != null) {
            add(reasons, ties.owns(), "owner", "Owns it.");
            add(reasons, ties.account(), "account_team", "Is on the team of the account.");
            add(reasons, shared(ties.shared(), right), "shared", "It is shared with this person.");
            add(
                    reasons,
                    shared(ties.teamShared(), right),
                    "shared_with_team",
                    "It is shared with a team of this person.");
            add(
                    reasons,
                    level.includes(AccessLevel.TEAM) && ties.colleague(),
                    "team",
                    "A colleague of the same team owns it.");
            add(
                    reasons,
                    level.includes(AccessLevel.TERRITORY) && ties.territory(),
                    "territory",
                    "The account lies in a territory of this person.");
        }
        return !reasons.isEmpty();
    }

    private static boolean shared(@Nullable String level, AccessRight right) {
        return level != null && (right == AccessRight.READ || level.equals("write"));
    }

    private static void add(List<Reason> reasons, boolean holds, String code, String text) {
        if (holds) {
            reasons.add(new Reason(code, text));
        }
    }

    private static boolean may(Person person, Operation operation, Descriptor type) {
        var actor = new Actor(
                ActorScope.current().tenant(),
                person.id(),
                person.name(),
                ActorKind.PERSON,
                person.role(),
                Actor.ALL_SCOPES);
        return Permissions.allows(actor, operation, type.name());
    }
}
