package dev.windrose.platform.jobs;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.Role;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The actor of a job as its row keeps it. */
record StoredActor(
        @Nullable UUID person,
        String name,
        ActorKind kind,
        Role role,
        Set<String> scopes,
        @Nullable UUID behind) {

    static StoredActor of(Actor actor) {
        return new StoredActor(
                actor.person() == null ? null : actor.person().value(),
                actor.name(),
                actor.kind(),
                actor.role(),
                actor.scopes(),
                actor.behind() == null ? null : actor.behind().value());
    }

    Actor in(TenantId tenant) {
        return new Actor(tenant, id(person), name, kind, role, scopes, id(behind));
    }

    private static @Nullable PersonId id(@Nullable UUID value) {
        return value == null ? null : new PersonId(value);
    }
}
