package dev.windrose.platform.access;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;

/** A session that has just begun. The secret goes into the cookie and nowhere else. */
public record OpenedSession(TenantId tenant, PersonId person, String secret) {

    public String csrfToken() {
        return Secrets.csrfToken(secret);
    }

    @Override
    public String toString() {
        return "OpenedSession[" + tenant + ", " + person + "]";
    }
}
