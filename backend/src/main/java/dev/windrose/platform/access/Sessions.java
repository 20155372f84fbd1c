package dev.windrose.platform.access;

import dev.windrose.platform.audit.AuditAction;
import dev.windrose.platform.audit.AuditEntry;
import dev.windrose.platform.audit.AuditLog;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Signed-in browsers. A session ends after thirty days, or seven days without a request. */
@Component
public class Sessions {

    public static final Duration LIFE = Duration.ofDays(30);

    private static final Duration IDLE = Duration.ofDays(7);
    private static final Duration SEEN_STEP = Duration.ofMinutes(5);

    private final SessionStore store;
    private final AuditLog audit;
    private final Clock clock;

    Sessions(SessionStore store, AuditLog audit, Clock clock) {
        this.audit = audit;
        this.store = store;
        this.clock = clock;
    }

    /** A session with a secret of its own; whatever secret the browser brought is worth nothing. */
    OpenedSession open(TenantId tenant, PersonId person) {
        Instant now = clock.instant();
        store.deleteExpired(now);
        String secret = Secrets.next();
        store.insert(Secrets.hash(secret), new SessionStore.Session(tenant, person, now, now.plus(LIFE)), now);
        return new OpenedSession(tenant, person, secret);
    }

    Optional<SessionStore.Session> find(String secret) {
        Instant now = clock.instant();
        byte[] hash = Secrets.hash(secret);
        return store.find(hash)
                .filter(session -> now.isBefore(session.expiresAt())
                        && now.isBefore(session.seenAt().plus(IDLE)))
                .map(session -> {
                    if (now.isAfter(session.seenAt().plus(SEEN_STEP))) {
                        store.setSeen(hash, now);
                    }
                    return session;
                });
    }

    /** A look that ends by itself is noticed with the next request of the session or within a minute, and told once. */
    void endView(byte[] hash, PersonId viewed, PersonId by, Instant until) {
        if (store.endView(hash)) {
            audit.append(AuditEntry.of(
                    AuditAction.VIEW_AS_ENDED,
                    "Ended by itself",
                    Map.of("person_id", viewed.toString(), "by", by.toString(), "until", until.toString())));
        }
    }

    List<SessionStore.Ended> ended() {
        return store.ended(clock.instant());
    }

    void view(String secret, @Nullable PersonId person, @Nullable Instant until) {
        store.view(Secrets.hash(secret), person, until);
    }

    public void close(String secret) {
        store.delete(Secrets.hash(secret));
    }
}
