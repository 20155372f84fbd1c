package dev.windrose.platform.access;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Operation;
import dev.windrose.platform.Permissions;
import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.people.People;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets an administrator look at the workspace as a colleague sees it. Nothing can be changed meanwhile, and it ends by itself. */
@Component
public class ViewAs {

    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Sessions sessions;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    ViewAs(Sessions sessions, People people, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param secret of the session that looks; tokens have none and use one of the colleague's instead */
    @Transactional
    public void start(Optional<String> secret, PersonId id) {
        Permissions.require(Operation.MANAGE, "people");
        var person = people.get(id);
        people.requireRank(person.role());
        var session = secret.orElseThrow(
                () -> new AppException(CommonError.NOT_ALLOWED, "Only somebody signed in can look with other eyes."));
        if (!person.active()) {
            throw new AppException(CommonError.CONFLICT, "This colleague cannot sign in.", "person_id");
        }
        if (id.equals(ActorScope.current().person())) {
            throw new AppException(CommonError.BAD_VALUE, "This is you.", "person_id");
        }
        var until = clock.instant().plus(LONGEST);
        sessions.view(session, id, until);
        audit.append(AuditEntry.of(
                AuditAction.VIEW_AS_STARTED,
                person.name(),
                Map.of("person_id", id.toString(), "until", until.toString())));
    }

    @Transactional
    public void end(Optional<String> secret) {
        Actor actor = ActorScope.current();
        if (actor.viewedBySomebodyElse() && secret.isPresent()) {
            sessions.view(secret.get(), null, null);
            audit.append(AuditEntry.of(
                    AuditAction.VIEW_AS_ENDED,
                    actor.name(),
                    Map.of("person_id", String.valueOf(actor.person()), "by", String.valueOf(actor.behind()))));
        }
    }

    /** When the look of a session ends by itself. */
    @Transactional(readOnly = true)
    public Optional<Instant> until(String secret) {
        return sessions.find(secret).map(SessionStore.Session::viewingUntil);
    }
}
