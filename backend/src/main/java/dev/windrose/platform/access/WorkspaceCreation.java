package dev.windrose.platform.access;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.people.NewPerson;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.PersonStatus;
import dev.windrose.platform.people.WorkspaceChange;
import dev.windrose.platform.people.Workspaces;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a workspace with its owner. */
@Component
public class WorkspaceCreation {

    private final Workspaces workspaces;
    private final People people;
    private final IdentityStore identities;
    private final Passwords passwords;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    WorkspaceCreation(
            Workspaces workspaces,
            People people,
            IdentityStore identities,
            Passwords passwords,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.workspaces = workspaces;
        this.people = people;
        this.identities = identities;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** @return the owner, ready to act */
    public Actor create(WorkspaceChange settings, NewOwner owner) {
        return create(settings, owner, () -> {});
    }

    /** The guard runs first in the same transaction and may refuse. The tenant must be bound before the transaction begins. */
    Actor create(WorkspaceChange settings, NewOwner owner, Runnable guard) {
        var tenant = TenantId.next();
        return ActorScope.call(
                Actor.system(tenant),
                () -> transaction.execute(status -> {
                    guard.run();
                    workspaces.create(tenant, settings);
                    var person = people.add(
                            new NewPerson(owner.name(), owner.email(), Role.OWNER, null), PersonStatus.ACTIVE);
                    var hash = owner.password() == null ? null : passwords.hash(owner.password(), person.email());
                    identities.insert(new Identity(tenant, person.id(), person.email(), hash));
                    audit.append(AuditEntry.of(
                            AuditAction.WORKSPACE_CREATED,
                            "Workspace",
                            Map.of("owner", person.id().toString())));
                    return new Actor(
                            tenant, person.id(), person.name(), ActorKind.PERSON, Role.OWNER, Actor.ALL_SCOPES);
                }));
    }
}
