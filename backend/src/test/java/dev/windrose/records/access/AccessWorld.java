package dev.windrose.records.access;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.people.Team;
import dev.windrose.platform.people.TeamChange;
import dev.windrose.platform.people.Teams;
import dev.windrose.records.Descriptors;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.TestWorkspace;
import dev.windrose.testing.Workspaces;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A workspace with rules, colleagues and teams. */
record AccessWorld(TestWorkspace workspace, RecordWorld owner) {

    static AccessWorld fresh() {
        var world = RecordWorld.fresh();
        return new AccessWorld(world.workspace(), world);
    }

    Actor person(String name, Role role) {
        return workspace.person(name, role);
    }

    RecordWorld as(Actor actor) {
        return owner.as(actor);
    }

    void rules(AccessRule... rules) {
        owner.in(() -> Workspaces.bean(AccessRules.class).replaceRules(List.of(rules)));
    }

    void masks(FieldMask... masks) {
        owner.in(() -> Workspaces.bean(AccessRules.class).replaceMasks(List.of(masks)));
    }

    Team team(String name, Actor... members) {
        var ids = Stream.of(members).map(AccessWorld::id).toList();
        return owner.in(() -> Workspaces.bean(Teams.class).create(new TeamChange(name, null, ids)));
    }

    UUID company(String name, Actor ownedBy) {
        return owner.create("company", Map.of("name", name, "owner_id", id(ownedBy)));
    }

    Share share(Actor by, String type, UUID record, Actor with, AccessRight right) {
        return ActorScope.call(by, () -> Workspaces.bean(Shares.class)
                .add(Workspaces.bean(Descriptors.class).get(type), record, id(with), null, right));
    }

    Set<UUID> listed(Actor actor, String type) {
        return listed(actor, RecordQuery.of(type).limit(500));
    }

    Set<UUID> listed(Actor actor, RecordQuery query) {
        var ids = new HashSet<UUID>();
        ActorScope.run(
                actor, () -> Workspaces.bean(Records.class).query(query).forEach(record -> ids.add(record.id())));
        return ids;
    }

    long counted(Actor actor, String type, Filter filter) {
        return ActorScope.call(
                actor,
                () -> Objects.requireNonNull(Workspaces.bean(Records.class)
                        .page(RecordQuery.of(type).where(filter).counted())
                        .total()));
    }

    static UUID id(Actor actor) {
        return Objects.requireNonNull(actor.person()).value();
    }

    static AccessRule reads(String type, Role role, AccessLevel level) {
        return new AccessRule(type, role, level, level);
    }
}
