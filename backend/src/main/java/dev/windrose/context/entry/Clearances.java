package dev.windrose.context.entry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.Role;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The highest sensitivity that each person may read. This process forgets what it knows once it changes; another one has read it anew seconds
 * later, as with the other rules of who sees what.
 */
@Component
public class Clearances {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final ClearanceStore store;
    private final TransactionTemplate transactions;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;
    private final Cache<TenantId, Map<PersonId, Sensitivity>> known =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(LONGEST).build();
    private final AtomicLong changes = new AtomicLong();

    Clearances(ClearanceStore store, TransactionTemplate transactions, People people, AuditLog audit, Clock clock) {
        this.store = store;
        this.transactions = transactions;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param own whether it was given to this person and does not just follow from the role */
    public record Clearance(Person person, Sensitivity highest, boolean own) {}

    /** Of the actor in scope. */
    public Sensitivity own() {
        var actor = ActorScope.current();
        return of(actor.rightsOf(), actor.role());
    }

    Sensitivity of(@Nullable PersonId person, Role role) {
        var given = person == null ? null : given().get(person);
        return given == null ? usual(role) : given;
    }

    /** Administrators read all, members what is internal, anybody else what is public. */
    static Sensitivity usual(Role role) {
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
        if (highest == null) {
            store.forget(id);
        } else {
            store.put(id, highest, clock.instant());
        }
        forgetAfterwards();
        audit.append(AuditEntry.of(
                AuditAction.ACCESS_CHANGED,
                "Highest sensitivity of " + person.name(),
                Map.of("highest", highest == null ? "that of the role" : highest.wire())));
        return highest == null
                ? new Clearance(person, usual(person.role()), false)
                : new Clearance(person, highest, true);
    }

    boolean hidesAny(Sensitivity highest) {
        return highest != Sensitivity.CONFIDENTIAL
                && Boolean.TRUE.equals(transactions.execute(_ -> store.others(highest.included())));
    }

    private Clearance clearance(Person person) {
        return new Clearance(person, of(person.id(), person.role()), given().containsKey(person.id()));
    }

    private Map<PersonId, Sensitivity> given() {
        var tenant = ActorScope.current().tenant();
        var kept = known.getIfPresent(tenant);
        if (kept != null) {
            return kept;
        }
        long before = changes.get();
        var read = Objects.requireNonNull(transactions.execute(_ -> store.all()));
        keep(tenant, read, before);
        return read;
    }

    /** What was read before a change is not kept after it. */
    private synchronized void keep(TenantId tenant, Map<PersonId, Sensitivity> read, long before) {
        if (changes.get() == before) {
            known.put(tenant, read);
        }
    }

    private synchronized void forget(TenantId tenant) {
        changes.incrementAndGet();
        known.invalidate(tenant);
    }

    private void forgetAfterwards() {
        var tenant = ActorScope.current().tenant();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                forget(tenant);
            }
        });
    }
}
