package dev.windrose.platform.access;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.people.AccessRevocation;
import dev.windrose.platform.people.Person;
import java.time.Clock;
import org.springframework.stereotype.Component;

@Component
class RevokeAccess implements AccessRevocation {

    private final SessionStore sessions;
    private final ApiTokenStore tokens;
    private final LinkStore links;
    private final RecentActors recent;
    private final Clock clock;

    RevokeAccess(SessionStore sessions, ApiTokenStore tokens, LinkStore links, RecentActors recent, Clock clock) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.links = links;
        this.recent = recent;
        this.clock = clock;
    }

    @Override
    public void revoke(TenantId tenant, PersonId person) {
        sessions.deleteAllOf(tenant, person);
        tokens.revokeAllOf(tenant, person, clock.instant());
        links.deleteAllOf(tenant, person);
    }

    @Override
    public void changed(Person person) {
        recent.forget();
    }
}
