package dev.windrose.platform.access;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Turns a secret that came with a request into the actor behind it. A change of role or status counts at once. */
@Component
public class Authentication {

    private static final Duration USED_STEP = Duration.ofMinutes(5);

    private final ApiTokenStore tokens;
    private final IssuedAccess issued;
    private final Sessions sessions;
    private final People people;
    private final RecentActors recent;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Authentication(
            ApiTokenStore tokens,
            IssuedAccess issued,
            Sessions sessions,
            People people,
            RecentActors recent,
            TransactionTemplate transaction,
            Clock clock) {
        this.tokens = tokens;
        this.issued = issued;
        this.sessions = sessions;
        this.people = people;
        this.recent = recent;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param workspace which one a token of the issuer enters; null for the last one */
    public Optional<Actor> byToken(String secret, @Nullable String workspace) {
        if (issued.reads(secret)) {
            return recent.of(
                    Secrets.hash(secret + " " + workspace), () -> Optional.of(issued.actor(secret, workspace)));
        }
        byte[] hash = Secrets.hash(secret);
        return recent.of(hash, () -> tokens.locate(hash)
                .flatMap(place -> within(place.tenant(), () -> tokens.find(place.tenant(), place.token())
                        .filter(token -> !token.expired(clock.instant()))
                        .flatMap(token -> actor(place.tenant(), token)))));
    }

    public Optional<Actor> bySession(String secret) {
        return recent.of(Secrets.hash(secret), () -> sessions.find(secret)
                .flatMap(session -> within(session.tenant(), () -> people.find(session.person())
                        .filter(Person::active)
                        .map(person ->
                                viewed(secret, session, person).orElseGet(() -> actor(session.tenant(), person))))));
    }

    /** The colleague as whom an administrator looks: with the colleague's rights, and only to read. */
    private Optional<Actor> viewed(String secret, SessionStore.Session session, Person viewer) {
        var until = session.viewingUntil();
        if (session.viewing() == null || until == null) {
            return Optional.empty();
        }
        if (!clock.instant().isBefore(until) || !viewer.role().atLeast(Role.ADMIN)) {
            sessions.endView(Secrets.hash(secret), session.viewing(), viewer.id(), until);
            return Optional.empty();
        }
        return people.find(session.viewing())
                .filter(person -> person.active() && viewer.role().atLeast(person.role()))
                .map(person -> new Actor(
                        session.tenant(),
                        person.id(),
                        person.name(),
                        ActorKind.PERSON,
                        person.role(),
                        Set.of("read"),
                        viewer.id()));
    }

    /** The answer a page must send with an unsafe request of this session. */
    public static boolean provesOrigin(String sessionSecret, String csrfToken) {
        return Secrets.same(Secrets.csrfToken(sessionSecret), csrfToken);
    }

    private Optional<Actor> actor(TenantId tenant, ApiToken token) {
        Instant now = clock.instant();
        if (token.usedAt() == null || now.isAfter(token.usedAt().plus(USED_STEP))) {
            tokens.setUsed(tenant, token.id(), now);
        }
        if (token.person() == null) {
            Role role = token.scopes().contains("admin") ? Role.ADMIN : Role.MEMBER;
            return Optional.of(new Actor(tenant, null, token.name(), ActorKind.TOKEN, role, token.scopes()));
        }
        return people.find(token.person())
                .filter(Person::active)
                .map(person ->
                        new Actor(tenant, person.id(), person.name(), ActorKind.PERSON, person.role(), token.scopes()));
    }

    static Actor actor(TenantId tenant, Person person) {
        return new Actor(tenant, person.id(), person.name(), ActorKind.PERSON, person.role(), Actor.ALL_SCOPES);
    }

    private <T> T within(TenantId tenant, Supplier<T> work) {
        return ActorScope.call(Actor.system(tenant), () -> transaction.execute(status -> work.get()));
    }
}
