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
import dev.windrose.platform.error.Violations;
import dev.windrose.platform.id.Ids;
import dev.windrose.platform.people.People;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The API tokens of the workspace. Everybody has their own; tokens of others need {@code tokens.manage}. */
@Component
public class ApiTokens {

    private final ApiTokenStore store;
    private final People people;
    private final AuditLog audit;
    private final Clock clock;

    ApiTokens(ApiTokenStore store, People people, AuditLog audit, Clock clock) {
        this.store = store;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ApiToken> visible() {
        Actor actor = ActorScope.current();
        Permissions.require(Operation.READ, "tokens");
        boolean all = Permissions.allows(actor, Operation.MANAGE, "tokens");
        return store.all(actor.tenant()).stream()
                .filter(token -> all || Objects.equals(token.person(), actor.person()))
                .toList();
    }

    @Transactional
    public ApiToken.Issued issue(NewApiToken request) {
        Actor actor = ActorScope.current();
        Permissions.require(Operation.MANAGE, "profile");
        if (request.person() == null || !request.person().equals(actor.person())) {
            Permissions.require(Operation.MANAGE, "tokens");
        }
        Instant now = clock.instant();
        var violations = new Violations();
        String name = violations.text(request.name(), "name", "The name of the token", 80);
        checkScopes(request, actor, violations);
        if (request.expiresAt() != null && !request.expiresAt().isAfter(now)) {
            violations.add(CommonError.BAD_VALUE, "expires_at", "The token would have expired already.");
        }
        violations.throwIfAny();
        if (request.person() != null) {
            var bound = people.get(request.person());
            people.requireRank(bound.role());
            if (!bound.active()) {
                throw new AppException(
                        CommonError.CONFLICT, "A token can be bound to an active person only.", "person_id");
            }
        }
        String secret = Secrets.nextApiToken();
        var token = new ApiToken(Ids.next(), name, request.person(), request.scopes(), now, request.expiresAt(), null);
        store.insert(actor.tenant(), token, Secrets.hash(secret), actor.person());
        audit.append(AuditEntry.of(AuditAction.TOKEN_ISSUED, name, about(token)));
        return new ApiToken.Issued(token, secret);
    }

    @Transactional
    public void revoke(UUID id) {
        Actor actor = ActorScope.current();
        Permissions.require(Operation.MANAGE, "profile");
        ApiToken token = store.find(actor.tenant(), id)
                .orElseThrow(
                        () -> new AppException(CommonError.NOT_FOUND, "There is no such token in this workspace."));
        if (token.person() == null || !token.person().equals(actor.person())) {
            Permissions.require(Operation.MANAGE, "tokens");
        }
        store.revoke(actor.tenant(), id, clock.instant());
        audit.append(AuditEntry.of(AuditAction.TOKEN_REVOKED, token.name(), about(token)));
    }

    private static Map<String, Object> about(ApiToken token) {
        var about = new TreeMap<String, Object>(Map.of(
                "token_id",
                token.id().toString(),
                "scopes",
                token.scopes().stream().sorted().toList()));
        if (token.person() != null) {
            about.put("person_id", token.person().toString());
        }
        return about;
    }

    private static void checkScopes(NewApiToken request, Actor actor, Violations violations) {
        if (request.scopes().isEmpty()) {
            violations.add(CommonError.REQUIRED, "scopes", "A token needs at least one scope.");
        }
        for (String scope : request.scopes()) {
            if (!Actor.ALL_SCOPES.contains(scope)) {
                violations.add(CommonError.BAD_VALUE, "scopes", "A scope is one of read, write, intake, admin.");
            } else if (!actor.scopes().contains("admin") && !actor.scopes().contains(scope)) {
                violations.add(
                        CommonError.NOT_ALLOWED,
                        "scopes",
                        "A token cannot give the scope '" + scope + "' that it lacks itself.");
            }
        }
    }
}
