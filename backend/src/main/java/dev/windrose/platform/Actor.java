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
 * @param behind the person for whom an agent without a person works; beside a person, the administrator who views the workspace as that person
 */
public record Actor(
        TenantId tenant,
        @Nullable PersonId person,
        String name,
        ActorKind kind,
        Role role,
        Set<String> scopes,
        @Nullable PersonId behind) {

    public static final Set<String> ALL_SCOPES = Set.of("read", "write", "intake", "admin");

    public Actor {
        scopes = Set.copyOf(scopes);
    }

    public Actor(
            TenantId tenant, @Nullable PersonId person, String name, ActorKind kind, Role role, Set<String> scopes) {
        this(tenant, person, name, kind, role, scopes, null);
    }

    public static Actor system(TenantId tenant) {
        return new Actor(tenant, null, "Windrose", ActorKind.SYSTEM, Role.OWNER, ALL_SCOPES);
    }

    public Actor as(ActorKind other) {
        return new Actor(tenant, person, name, other, role, scopes, behind);
    }

    public Actor in(Role other) {
        return new Actor(tenant, person, name, kind, other, scopes, behind);
    }

    /** An agent that works for this actor in its own name: with the same rights, without being that person. */
    public Actor agent(String called) {
        return new Actor(tenant, null, called, ActorKind.AGENT, role, scopes, rightsOf());
    }

    /** The person whose rights count. */
    public @Nullable PersonId rightsOf() {
        return person == null ? behind : person;
    }

    /** An administrator looks at the workspace as this person and changes nothing. */
    public boolean viewedBySomebodyElse() {
        return person != null && behind != null;
    }
}
