package dev.windrose.platform.access;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.people.People;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets a person in whose password, link or token has been checked. */
@Component
class OpenSession {

    private final IdentityStore identities;
    private final People people;
    private final Sessions sessions;
    private final AuditLog audit;
    private final MeterRegistry meters;
    private final Clock clock;

    OpenSession(
            IdentityStore identities,
            People people,
            Sessions sessions,
            AuditLog audit,
            MeterRegistry meters,
            Clock clock) {
        this.identities = identities;
        this.people = people;
        this.sessions = sessions;
        this.audit = audit;
        this.meters = meters;
        this.clock = clock;
    }

    OpenedSession of(Identity identity) {
        meters.counter("windrose.sign_in.opened").increment();
        identities.setSignedIn(identity.tenant(), identity.person(), clock.instant());
        var opened = sessions.open(identity.tenant(), identity.person());
        ActorScope.run(Actor.system(identity.tenant()), () -> people.find(identity.person())
                .ifPresent(person -> ActorScope.run(
                        Authentication.actor(identity.tenant(), person),
                        () -> audit.append(AuditEntry.of(AuditAction.SIGNED_IN, "Signed in", Map.of())))));
        return opened;
    }
}
