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
import dev.windrose.platform.people.People;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A person replaces its own password; every session ends, and the caller gets a new one. */
@Component
public class ChangePassword {

    private final IdentityStore identities;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final OpenSession openSession;
    private final AttemptLimits limits;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ChangePassword(
            IdentityStore identities,
            SessionStore sessions,
            Passwords passwords,
            OpenSession openSession,
            AttemptLimits limits,
            AuditLog audit,
            TransactionTemplate transaction) {
        this.identities = identities;
        this.sessions = sessions;
        this.passwords = passwords;
        this.openSession = openSession;
        this.limits = limits;
        this.audit = audit;
        this.transaction = transaction;
    }

    public OpenedSession run(@Nullable String current, @Nullable String password, String from) {
        Permissions.require(Operation.MANAGE, "profile");
        Actor actor = ActorScope.current();
        var identity = identities
                .find(actor.tenant(), People.self())
                .orElseThrow(() -> new AppException(CommonError.NOT_FOUND, "This person cannot sign in."));
        limits.attempt(identity.email(), from);
        if (!passwords.matches(Optional.ofNullable(current).orElse(""), identity.passwordHash())) {
            throw new AppException(AccessError.WRONG_PASSWORD, "The current password is wrong.", "current");
        }
        limits.succeeded(identity.email(), from);
        String hash = passwords.hash(password, identity.email());
        return transaction.execute(status -> {
            identities.setPassword(identity.tenant(), identity.person(), hash);
            sessions.deleteAllOf(identity.tenant(), identity.person());
            audit.append(AuditEntry.of(AuditAction.PASSWORD_CHANGED, "Password", Map.of()));
            return openSession.of(identity);
        });
    }
}
