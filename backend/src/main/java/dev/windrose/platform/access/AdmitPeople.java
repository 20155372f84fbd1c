package dev.windrose.platform.access;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.people.People;
import org.springframework.stereotype.Component;

/** Lets people sign in who were brought along from elsewhere. Their passwords stayed behind, so they need a link first. */
@Component
public class AdmitPeople {

    private final IdentityStore identities;
    private final People people;

    AdmitPeople(IdentityStore identities, People people) {
        this.identities = identities;
        this.people = people;
    }

    public void everybody() {
        var tenant = ActorScope.current().tenant();
        for (var person : people.all()) {
            if (identities.find(tenant, person.id()).isEmpty()) {
                identities.insert(new Identity(tenant, person.id(), person.email(), null));
            }
        }
    }
}
