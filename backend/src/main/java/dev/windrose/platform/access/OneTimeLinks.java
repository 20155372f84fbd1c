package dev.windrose.platform.access;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.people.NewPerson;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.platform.people.PersonStatus;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes the links that let a person in once: an invitation, a new password, a sign-in without one. */
@Component
public class OneTimeLinks {

    private final LinkStore store;
    private final IdentityStore identities;
    private final People people;
    private final PublicAddress address;
    private final Clock clock;

    OneTimeLinks(LinkStore store, IdentityStore identities, People people, PublicAddress address, Clock clock) {
        this.store = store;
        this.identities = identities;
        this.people = people;
        this.address = address;
        this.clock = clock;
    }

    /** Somebody who was added, and the link to send. */
    public record Invitation(Person person, String link) {}

    @Transactional
    public Invitation invite(NewPerson request) {
        Person person = people.add(request, PersonStatus.INVITED);
        TenantId tenant = ActorScope.current().tenant();
        identities.insert(new Identity(tenant, person.id(), person.email(), null));
        return new Invitation(person, create(LinkKind.INVITE, tenant, person.id()));
    }

    /** A link to a new password; for somebody who never came in, the invitation again. */
    @Transactional
    public String reset(PersonId id) {
        Permissions.require(Operation.MANAGE, "people");
        Person person = people.get(id);
        people.requireRank(person.role());
        return switch (person.status()) {
            case INVITED -> create(LinkKind.INVITE, ActorScope.current().tenant(), id);
            case ACTIVE -> create(LinkKind.RESET, ActorScope.current().tenant(), id);
            case DEACTIVATED -> throw new AppException(CommonError.CONFLICT, "Activate the person first.");
        };
    }

    /** For the person at the terminal of the process. */
    String signIn(Actor owner) {
        return create(LinkKind.SIGN_IN, owner.tenant(), People.self());
    }

    /** One open link a person: an older one stops working. */
    private String create(LinkKind kind, TenantId tenant, PersonId person) {
        store.deleteAllOf(tenant, person);
        String token = Secrets.next();
        store.insert(Secrets.hash(token), new LinkStore.Link(kind, tenant, person), clock.instant());
        return address.link(kind, token);
    }
}
