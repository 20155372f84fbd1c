package dev.windrose.platform.access;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import dev.windrose.platform.people.Workspaces;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens when somebody follows a one-time link of a person. */
@Component
public class FollowLink {

    private final LinkStore links;
    private final IdentityStore identities;
    private final SessionStore sessions;
    private final People people;
    private final Workspaces workspaces;
    private final Passwords passwords;
    private final OpenSession openSession;
    private final AttemptLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FollowLink(
            LinkStore links,
            IdentityStore identities,
            SessionStore sessions,
            People people,
            Workspaces workspaces,
            Passwords passwords,
            OpenSession openSession,
            AttemptLimits limits,
            TransactionTemplate transaction,
            Clock clock) {
        this.links = links;
        this.identities = identities;
        this.sessions = sessions;
        this.people = people;
        this.workspaces = workspaces;
        this.passwords = passwords;
        this.openSession = openSession;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the page shows before the person goes on. */
    public record Preview(LinkKind kind, String email, String name, String workspace) {}

    /** @throws AppException LINK_NOT_VALID where the link is unknown, used, or too old */
    public Preview preview(String token, String from) {
        var link = open(token, from);
        return within(link, () -> {
            Person person = people.get(link.person());
            return new Preview(
                    link.kind(),
                    person.email(),
                    person.name(),
                    workspaces.current().name());
        });
    }

    /** Uses the link up and opens a session. A refused password leaves the link as it was. */
    public OpenedSession follow(String token, @Nullable String name, @Nullable String password, String from) {
        var link = open(token, from);
        return within(link, () -> {
            links.use(Secrets.hash(token), clock.instant()).orElseThrow(FollowLink::notValid);
            var identity = identities.find(link.tenant(), link.person()).orElseThrow(FollowLink::notValid);
            switch (link.kind()) {
                case SETUP -> throw notValid();
                case INVITE -> {
                    setPassword(identity, password);
                    people.activate(identity.person(), Optional.ofNullable(name));
                }
                case RESET -> {
                    requireActive(identity);
                    setPassword(identity, password);
                    sessions.deleteAllOf(identity.tenant(), identity.person());
                }
                case SIGN_IN -> requireActive(identity);
            }
            return openSession.of(identity);
        });
    }

    private PersonLink open(String token, String from) {
        limits.attempt(from);
        var link = links.findOpen(Secrets.hash(token), clock.instant())
                .flatMap(PersonLink::of)
                .orElseThrow(FollowLink::notValid);
        limits.succeeded(from);
        return link;
    }

    private void setPassword(Identity identity, @Nullable String password) {
        identities.setPassword(identity.tenant(), identity.person(), passwords.hash(password, identity.email()));
    }

    private void requireActive(Identity identity) {
        if (!people.get(identity.person()).active()) {
            throw new AppException(CommonError.NOT_ALLOWED, "This person has been deactivated.");
        }
    }

    private <T> T within(PersonLink link, Supplier<T> work) {
        return ActorScope.call(Actor.system(link.tenant()), () -> transaction.execute(status -> work.get()));
    }

    private static AppException notValid() {
        return new AppException(AccessError.LINK_NOT_VALID, "This link is not valid any more. Ask for a new one.");
    }
}
