package dev.windrose.records.access;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.id.TeamId;
import dev.windrose.platform.people.TeamChange;
import dev.windrose.platform.people.Teams;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.PlainRules.Grant;
import dev.windrose.records.access.PlainRules.Thing;
import dev.windrose.records.change.Cause;
import dev.windrose.records.change.ChangeDraft;
import dev.windrose.records.change.Changes;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.testing.Workspaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A workspace with people, teams, territories, records, shares and rules, made at random and told to the plain model as well. */
final class RandomWorkspace {

    static final List<String> TYPES = List.of("company", "contact", "deal", "comment");
    static final Map<String, List<String>> MASKABLE = Map.of(
            "company",
            List.of("country_hq"),
            "contact",
            List.of("email", "phone"),
            "deal",
            List.of("deal_amount", "stage"));
    private static final List<Role> RULED = List.of(Role.MANAGER, Role.MEMBER, Role.VIEWER);

    final Random random;
    final AccessWorld world = AccessWorld.fresh();
    final PlainRules model = new PlainRules();
    final List<Actor> people = new ArrayList<>();
    private final List<UUID> territories = new ArrayList<>();

    RandomWorkspace(Random random) {
        this.random = random;
        join(world.workspace().owner());
        List.of(
                        Role.ADMIN,
                        Role.MANAGER,
                        Role.MANAGER,
                        Role.MEMBER,
                        Role.MEMBER,
                        Role.MEMBER,
                        Role.MEMBER,
                        Role.MEMBER,
                        Role.VIEWER,
                        Role.VIEWER)
                .forEach(role -> join(world.person("Person " + people.size(), role)));
        for (int i = 0; i < 3; i++) {
            var team = world.team("Team " + i, some(3).toArray(Actor[]::new));
            var members = new HashSet<UUID>();
            team.members().forEach(member -> members.add(member.value()));
            model.teams.put(team.id().value(), members);
        }
        for (int i = 0; i < 2; i++) {
            var members = ids(some(2));
            var id = world.owner()
                    .create("territory", Map.of("name", "Territory " + i, "members", List.copyOf(members)));
            territories.add(id);
            model.territories.put(id, members);
        }
        fill();
    }

    private void join(Actor actor) {
        people.add(actor);
        model.roles.put(AccessWorld.id(actor), actor.role().wire());
    }

    private void fill() {
        var operations = new ArrayList<DraftOperation>();
        for (int i = 0; i < 24; i++) {
            make(operations, "company", values("name", "Company " + i, "country_hq", "DE"), null, null);
        }
        var companies = List.copyOf(model.things.keySet());
        for (int i = 0; i < 40; i++) {
            var company = maybe(companies);
            make(
                    operations,
                    "contact",
                    with(values("name", "Contact " + i, "email", "c" + i + "@example.org"), "company_id", company),
                    company,
                    null);
            var other = maybe(companies);
            make(
                    operations,
                    "deal",
                    with(
                            values(
                                    "name",
                                    "Deal " + i,
                                    "deal_amount",
                                    1000 + i,
                                    "deal_amount_currency",
                                    "EUR",
                                    "stage",
                                    "lead"),
                            "company_id",
                            other),
                    other,
                    null);
        }
        apply(world.workspace().owner(), operations.toArray(DraftOperation[]::new));
        operations.clear();
        var all = List.copyOf(model.things.values());
        for (int i = 0; i < 40; i++) {
            var parent = all.get(random.nextInt(all.size()));
            make(
                    operations,
                    "comment",
                    values(
                            "record_type",
                            parent.type(),
                            "record_id",
                            parent.id().toString(),
                            "body",
                            "Comment " + i),
                    null,
                    parent.id());
        }
        apply(world.workspace().owner(), operations.toArray(DraftOperation[]::new));
        companies.forEach(company -> {
            if (random.nextInt(3) == 0) {
                accountTeam(company);
            }
            if (random.nextInt(3) == 0) {
                moveTo(company, territories.get(random.nextInt(2)));
            }
        });
    }

    private void make(
            List<DraftOperation> operations,
            String type,
            Map<String, Object> values,
            @Nullable UUID company,
            @Nullable UUID parent) {
        var owner = random.nextInt(5) == 0 ? null : AccessWorld.id(anybody());
        var operation = DraftOperation.create(type, with(values, "owner_id", owner));
        operations.add(operation);
        add(new Thing(type, operation.recordId(), company, parent), owner);
    }

    void add(Thing thing, @Nullable UUID owner) {
        model.things.put(thing.id(), thing);
        if (owner != null) {
            model.owners.put(thing.id(), owner);
        }
    }

    void apply(Actor actor, DraftOperation... operations) {
        ActorScope.run(
                actor, () -> Workspaces.bean(Changes.class).apply(ChangeDraft.of(Cause.person(), "Test", operations)));
    }

    void accountTeam(UUID company) {
        var members = ids(some(2));
        world.owner().update("company", company, Map.of("account_team", List.copyOf(members)));
        model.accountTeams.put(company, members);
    }

    void moveTo(UUID company, UUID territory) {
        world.owner().update("company", company, Map.of("territory_id", territory));
        model.territoryOf.put(company, territory);
    }

    /** Other rules, other hidden fields, another team, another territory. */
    void shuffle() {
        model.levels.clear();
        var rules = new ArrayList<AccessRule>();
        for (String type : TYPES) {
            for (var role : RULED) {
                var read = AccessLevel.values()[random.nextInt(4)];
                var write = AccessLevel.values()[random.nextInt(read.ordinal() + 1)];
                rules.add(new AccessRule(type, role, read, write));
                model.levels.put(type + " " + role.wire() + " read", read.wire());
                model.levels.put(type + " " + role.wire() + " write", write.wire());
            }
        }
        world.rules(rules.toArray(AccessRule[]::new));
        model.masks.clear();
        var masks = new ArrayList<FieldMask>();
        MASKABLE.forEach((type, fields) -> fields.forEach(field -> {
            var role = RULED.get(random.nextInt(3));
            if (random.nextBoolean()) {
                masks.add(new FieldMask(type, field, Set.of(role)));
                model.masks.add(type + " " + field + " " + role.wire());
            }
        }));
        world.masks(masks.toArray(FieldMask[]::new));
        var team = List.copyOf(model.teams.keySet()).get(random.nextInt(3));
        var members = ids(some(3));
        world.owner().in(() -> Workspaces.bean(Teams.class)
                .change(new TeamId(team), new TeamChange(null, null, List.copyOf(members))));
        model.teams.put(team, members);
        var territory = territories.get(random.nextInt(2));
        var belonging = ids(some(2));
        world.owner().update("territory", territory, Map.of("members", List.copyOf(belonging)));
        model.territories.put(territory, belonging);
        var companies = model.things.values().stream()
                .filter(thing -> thing.type().equals("company"))
                .map(Thing::id)
                .toList();
        accountTeam(companies.get(random.nextInt(companies.size())));
        moveTo(companies.get(random.nextInt(companies.size())), territory);
    }

    void share(Actor by, Thing thing) {
        boolean write = random.nextBoolean();
        boolean toTeam = random.nextInt(3) == 0;
        var person = toTeam ? null : AccessWorld.id(anybody());
        var team = toTeam ? List.copyOf(model.teams.keySet()).get(random.nextInt(3)) : null;
        var type = ActorScope.call(by, () -> Workspaces.bean(Descriptors.class).get(thing.type()));
        ActorScope.call(by, () -> Workspaces.bean(Shares.class)
                .add(type, thing.id(), person, team, write ? AccessRight.WRITE : AccessRight.READ));
        model.grants.removeIf(old -> old.record().equals(thing.id())
                && Objects.equals(old.person(), person)
                && Objects.equals(old.team(), team));
        model.grants.add(new Grant(thing.id(), person, team, write));
    }

    Actor anybody() {
        return people.get(random.nextInt(people.size()));
    }

    Thing anything() {
        return List.copyOf(model.things.values()).get(random.nextInt(model.things.size()));
    }

    private List<Actor> some(int many) {
        var chosen = new HashSet<Actor>();
        while (chosen.size() < many) {
            chosen.add(anybody());
        }
        return List.copyOf(chosen);
    }

    private @Nullable UUID maybe(List<UUID> ids) {
        return random.nextInt(6) == 0 ? null : ids.get(random.nextInt(ids.size()));
    }

    private static Set<UUID> ids(List<Actor> actors) {
        var ids = new HashSet<UUID>();
        actors.forEach(actor -> ids.add(AccessWorld.id(actor)));
        return ids;
    }

    private static Map<String, Object> values(Object... pairs) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            values.put(String.valueOf(pairs[i]), pairs[i + 1]);
        }
        return values;
    }

    static Map<String, Object> with(Map<String, Object> values, String field, @Nullable Object value) {
        var all = new HashMap<>(values);
        if (value != null) {
            all.put(field, value);
        }
        return all;
    }
}
