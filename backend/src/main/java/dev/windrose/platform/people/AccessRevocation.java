package dev.windrose.platform.people;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;

/** Lets what was decided about a person count for the sessions and tokens that are open. Answered by {@code access}. */
public interface AccessRevocation {

    /** Ends every session, token and link of a person who may no longer come in. */
    void revoke(TenantId tenant, PersonId person);

    /** The next request sees the person as it is now. */
    default void changed(Person person) {}
}
