package dev.windrose.platform;

import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who acts in which workspace, for the length of a request, job or command.
 *
 * @param person the employee behind the act; null for the system and for tokens bound to nobody
 * @param name shown in history
 * @param scopes what a token is limited to ({@code read}, {@code write}, {@code intake}, {@code admin}); a signed-in person has all
 */
public record Actor(
        TenantId tenant, @Nullable PersonId person, String name, ActorKind kind, Role role, Set<String> scopes) {

    public static final Set<String> ALL_SCOPES = Set.of("read", "write", "intake", "admin");

    public Actor {
        scopes = Set.copyOf(scopes);
    }

    public static Actor system(TenantId tenant) {
        return new Actor(tenant, null, "Windrose", ActorKind.SYSTEM, Role.OWNER, ALL_SCOPES);
    }

    public Actor as(ActorKind other) {
        return new Actor(tenant, person, name, other, role, scopes);
    }
}
