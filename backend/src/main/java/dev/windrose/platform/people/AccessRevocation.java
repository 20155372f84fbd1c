package dev.windrose.platform.people;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;

/** Ends every session, token and link of a person who may no longer come in. Answered by {@code access}. */
public interface AccessRevocation {

    void revoke(TenantId tenant, PersonId person);
}
