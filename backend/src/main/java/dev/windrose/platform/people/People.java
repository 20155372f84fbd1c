package dev.windrose.platform.people;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.Role;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.PersonId;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The employees of the workspace. Nobody is ever deleted: history names them. */
@Component
public class People {

    private final PeopleStore store;
    private final AccessRevocation access;
    private final AuditLog audit;
    private final Clock clock;

    People(PeopleStore store, AccessRevocation access, AuditLog audit, Clock clock) {
        this.store = store;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Person> all() {
        return store.all(ActorScope.current().tenant());
    }

    /** Those that there are, in the order of their names. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(Collection<UUID> ids) {
        return store.names(ActorScope.current().tenant(), ids);
    }

    /** For callers outside of the process, whose token must be allowed to read. */
    @Transactional(readOnly = true)
    public List<Person> visible() {
        Permissions.require(Operation.READ, "people");
        return all();
    }

    @Transactional(readOnly = true)
    public Optional<Person> find(PersonId id) {
        return store.find(ActorScope.current().tenant(), id);
    }

    @Transactional(readOnly = true)
    public Optional<Person> findByEmail(String email) {
        return store.findByEmail(ActorScope.current().tenant(), EmailAddress.normalise(email));
    }

    /** @throws AppException NOT_FOUND also for a person of another workspace */
    @Transactional(readOnly = true)
    public Person get(PersonId id) {
        return find(id).orElseThrow(
                        () -> new AppException(CommonError.NOT_FOUND, "There is no such person in this workspace."));
    }

    @Transactional
    public Person add(NewPerson person, PersonStatus status) {
        Permissions.require(Operation.MANAGE, "people");
        requireRank(person.role());
        var checked = person.checked(status, clock.instant());
        Actor actor = ActorScope.current();
        if (store.findByEmail(actor.tenant(), checked.email()).isPresent()) {
            throw new AppException(
                    PeopleError.EMAIL_TAKEN, "Somebody in this workspace has this e-mail address already.", "email");
        }
        store.insert(actor.tenant(), checked);
        audit.append(entry(AuditAction.PERSON_ADDED, checked));
        return checked;
    }

    @Transactional
    public Person change(PersonId id, PersonChange change) {
        Permissions.require(Operation.MANAGE, "people");
        Person old = get(id);
        Person changed = change.on(old);
        requireRank(old.role());
        requireRank(changed.role());
        if (old.status() == PersonStatus.INVITED && changed.active()) {
            throw new AppException(
                    CommonError.CONFLICT, "The person becomes active by following the invitation.", "status");
        }
        if (old.role() == Role.OWNER && old.active() && !(changed.role() == Role.OWNER && changed.active())) {
            requireAnotherOwner(id);
        }
        return save(changed);
    }

    /** The rank of the caller bounds whom it may touch: an administrator neither makes nor unmakes owners. */
    public void requireRank(Role role) {
        if (!ActorScope.current().role().atLeast(role)) {
            throw new AppException(
                    CommonError.NOT_ALLOWED,
                    "Only an " + role.wire() + " may do this for an " + role.wire() + ".",
                    "role");
        }
    }

    @Transactional
    public Person changeOwn(ProfileChange change) {
        Permissions.require(Operation.UPDATE, "profile");
        return save(change.on(get(self())));
    }

    /** The first sign-in of somebody who was invited; the name may be corrected on the way. */
    @Transactional
    public Person activate(PersonId id, Optional<String> name) {
        Person old = get(id);
        if (old.status() == PersonStatus.DEACTIVATED) {
            throw new AppException(CommonError.NOT_ALLOWED, "This person has been deactivated.");
        }
        return save(new PersonChange(null, PersonStatus.ACTIVE, name.orElse(null), null).on(old));
    }

    /** @throws AppException NOT_ALLOWED for a token that belongs to nobody */
    public static PersonId self() {
        return Optional.ofNullable(ActorScope.current().person())
                .orElseThrow(() -> new AppException(
                        CommonError.NOT_ALLOWED, "This token belongs to nobody, so it has no profile."));
    }

    private Person save(Person person) {
        var tenant = ActorScope.current().tenant();
        store.update(tenant, person, clock.instant());
        access.changed(person);
        if (person.status() == PersonStatus.DEACTIVATED) {
            access.revoke(tenant, person.id());
        }
        audit.append(entry(AuditAction.PERSON_CHANGED, person));
        return person;
    }

    private static AuditEntry entry(AuditAction action, Person person) {
        return AuditEntry.of(
                action,
                "Person",
                Map.of(
                        "person_id", person.id().toString(),
                        "role", person.role().wire(),
                        "status", person.status().name().toLowerCase(Locale.ROOT)));
    }

    private void requireAnotherOwner(PersonId leaving) {
        if (store.lockActiveOwners(ActorScope.current().tenant()).stream().allMatch(leaving::equals)) {
            throw new AppException(PeopleError.LAST_OWNER, "A workspace needs at least one active owner.");
        }
    }
}
