package dev.windrose.platform.access;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import org.springframework.stereotype.Component;

/** Lets people sign in who were brought along from elsewhere. Their passwords stayed behind, so they need a link first. */
@Component
public class AdmitPeople {

    private final IdentityStore identities;

    AdmitPeople(IdentityStore identities) {
        this.identities = identities;
    }

    public void admit(PersonId person, String email) {
        var tenant = ActorScope.current().tenant();
        if (identities.find(tenant, person).isEmpty()) {
            identities.insert(new Identity(tenant, person, email, null));
        }
    }
}
