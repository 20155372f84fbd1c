package dev.windrose.context.entry;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.Role;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.cache.KeptPerTenant;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The highest sensitivity that each person may read. */
@Component
public class Clearances {

    private final ClearanceStore store;
    private final TransactionTemplate transactions;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;
    private final KeptPerTenant<Map<PersonId, Sensitivity>> known;

    Clearances(ClearanceStore store, TransactionTemplate transactions, People people, AuditLog audit, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
        this.known = new KeptPerTenant<>(transactions, store::all);
    }

    /** @param own whether it was given to this person and does not just follow from the role */
    public record Clearance(Person person, Sensitivity highest, boolean own) {}

    /** Of the actor in scope. */
    public Sensitivity own() {
        var actor = ActorScope.current();
        return of(actor.rightsOf(), actor.role());
    }

    Sensitivity of(@Nullable PersonId person, Role role) {
        var given = person == null ? null : known.get().get(person);
        return given == null ? usual(role) : given;
    }

    /** Administrators read all, members what is internal, anybody else what is public. */
    public static Sensitivity usual(Role role) {
        return switch (role) {
            case OWNER, ADMIN -> Sensitivity.CONFIDENTIAL;
            case MANAGER, MEMBER -> Sensitivity.INTERNAL;
            case VIEWER -> Sensitivity.PUBLIC;
        };
    }

    /** Of everybody for those who manage it, else of the caller alone. */
    @Transactional(readOnly = true)
    public List<Clearance> all() {
        var actor = ActorScope.current();
        boolean manages = Permissions.allows(actor, Operation.MANAGE, "context");
        return people.all().stream()
                .filter(person -> person.active() && (manages || person.id().equals(actor.person())))
                .map(this::clearance)
                .toList();
    }

    /** @param highest null for that of the role */
    @Transactional
    public Clearance change(PersonId id, @Nullable Sensitivity highest) {
        Permissions.require(Operation.MANAGE, "context");
        var person = people.get(id);
        var before = of(id, person.role());
        if (highest == null) {
            store.forget(id);
        } else {
            store.put(id, highest, clock.instant());
        }
        known.forgetAfterwards();
        audit.append(AuditEntry.of(
                AuditAction.ACCESS_CHANGED,
                "Highest sensitivity of " + person.name(),
                Map.of(
                        "before",
                        before.wire(),
                        "highest",
                        highest == null
                                ? "that of the role: " + usual(person.role()).wire()
                                : highest.wire())));
        return highest == null
                ? new Clearance(person, usual(person.role()), false)
                : new Clearance(person, highest, true);
    }

    boolean hidesAny(Sensitivity highest) {
        return highest != Sensitivity.CONFIDENTIAL
                && Boolean.TRUE.equals(transactions.execute(_ -> store.others(highest.included())));
    }

    private Clearance clearance(Person person) {
        return new Clearance(person, of(person.id(), person.role()), known.get().containsKey(person.id()));
    }
}
