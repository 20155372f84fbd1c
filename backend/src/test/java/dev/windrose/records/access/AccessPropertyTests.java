package dev.windrose.records.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.error.AppException;
import dev.windrose.platform.error.CommonError;
import dev.windrose.platform.error.ErrorCode;
import dev.windrose.records.Descriptors;
import dev.windrose.records.access.PlainRules.Thing;
import dev.windrose.records.change.DraftOperation;
import dev.windrose.records.query.AggregateQuery;
import dev.windrose.records.query.Aggregates;
import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.RecordTrail;
import dev.windrose.records.query.Records;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Compares what random people may read and write with {@link PlainRules}, under random rules that change all the time. */
@WindroseTest
class AccessPropertyTests {

    private static final int CHECKS = 10_000;
    private static final int OVER_HTTP = 40;

    private final long seed = Long.getLong("windrose.seed", System.nanoTime());
    private RandomWorkspace random;
    private int done;

    @BeforeEach
    void fill() {
        random = new RandomWorkspace(new Random(seed));
    }

    @Test
    @Timeout(600)
    void letsEverybodyReadAndWriteWhatThePlainRulesSay() {
        System.out.println("AccessPropertyTests: -Dwindrose.seed=" + seed);
        random.shuffle();
        while (done < CHECKS) {
            if (random.random.nextInt(100) == 0) {
                random.shuffle();
            }
            try {
                step();
            } catch (AssertionError | RuntimeException wrong) {
                throw new AssertionError("seed " + seed + " after " + done + " checks", wrong);
            }
        }
        overHttp();
        tellsOfNothingUnseen();
    }

    private void step() {
        var actor = random.anybody();
        var thing = random.anything();
        switch (random.random.nextInt(14)) {
            case 0, 1, 2, 3 -> readsMany(actor, thing.type());
            case 4 -> lists(actor, thing.type());
            case 5, 6 -> readsOne(actor, thing);
            case 7 -> readsHistory(actor, thing);
            case 8, 9 -> patches(actor, thing);
            case 10 -> givesAway(actor, thing);
            case 11 -> shares(actor, thing);
            case 12 -> binsOrRestores(thing);
            default -> explains(thing);
        }
    }

    private void readsMany(Actor actor, String type) {
        var ids = new HashSet<UUID>();
        while (ids.size() < 24) {
            var thing = random.anything();
            if (thing.type().equals(type)) {
                ids.add(thing.id());
            }
        }
        var expected = new HashSet<UUID>();
        ids.stream().filter(id -> random.model.sees(AccessWorld.id(actor), id)).forEach(expected::add);
        assertThat(ActorScope.call(actor, () -> Workspaces.bean(Records.class).byIds(type, ids))
                        .keySet())
                .as("%s reads %s", actor.name(), type)
                .isEqualTo(expected);
        done += ids.size();
    }

    private void lists(Actor actor, String type) {
        var expected = random.model.seen(AccessWorld.id(actor), type, false);
        var query = RecordQuery.of(type).limit(500);
        var asked =
                switch (random.random.nextInt(3)) {
                    case 0 -> query;
                    case 1 -> query.sortedBy("created_at");
                    default -> query.sortedBy("-owner_id", "updated_at");
                };
        assertThat(random.world.listed(actor, asked))
                .as("%s lists %s", actor.name(), type)
                .isEqualTo(expected);
        assertThat(random.world.counted(actor, type, Filter.ALL)).isEqualTo(expected.size());
        var all = new AggregateQuery(type, Filter.ALL, List.of(), List.of(), null);
        assertThat(ActorScope.call(
                                actor, () -> Workspaces.bean(Aggregates.class).of(all))
                        .total()
                        .count())
                .isEqualTo(expected.size());
        done += 3;
    }

    private void readsOne(Actor actor, Thing thing) {
        var id = AccessWorld.id(actor);
        var found = ActorScope.call(actor, () -> Workspaces.bean(Records.class).find(thing.type(), thing.id()));
        assertThat(found.isPresent())
                .as("%s opens %s", actor.name(), thing)
                .isEqualTo(random.model.sees(id, thing.id()));
        found.ifPresent(record -> {
            RandomWorkspace.MASKABLE.getOrDefault(thing.type(), List.of()).forEach(field -> {
                if (random.model.hides(id, thing.type(), field)) {
                    assertThat(record.values()).doesNotContainKey(field);
                    assertThat(record.masked()).contains(field);
                    assertThat(failure(actor, () -> Workspaces.bean(Records.class)
                                    .query(RecordQuery.of(thing.type()).where(Filter.is(field, "x")))))
                            .isEqualTo(CommonError.UNKNOWN_FILTER);
                }
            });
            if (thing.company() != null) {
                boolean named = random.model.sees(id, thing.company());
                assertThat(record.refs().containsKey("company_id")).isEqualTo(named);
                assertThat(record.values().containsKey("company_name")).isEqualTo(named);
            }
        });
        done++;
    }

    private void readsHistory(Actor actor, Thing thing) {
        var id = AccessWorld.id(actor);
        var entries = new ArrayList<Map<String, @Nullable Object>>();
        var failure = failure(
                actor,
                () -> entries.addAll(
                        Workspaces.bean(RecordTrail.class).history(thing.type(), thing.id(), Long.MAX_VALUE, 50)));
        assertThat(failure).isEqualTo(random.model.sees(id, thing.id()) ? null : CommonError.NOT_FOUND);
        RandomWorkspace.MASKABLE.getOrDefault(thing.type(), List.of()).stream()
                .filter(field -> random.model.hides(id, thing.type(), field))
                .forEach(field -> entries.forEach(
                        entry -> assertThat(entry.toString()).doesNotContain(field + "=", "[" + field + "]")));
        done++;
    }

    private void patches(Actor actor, Thing thing) {
        if (thing.type().equals("comment")) {
            return;
        }
        var id = AccessWorld.id(actor);
        var masked = RandomWorkspace.MASKABLE.get(thing.type()).getFirst();
        boolean tries = random.random.nextInt(4) == 0;
        var values = new HashMap<String, Object>(Map.of("name", "Name " + done));
        if (tries) {
            values.put(
                    masked,
                    masked.equals("deal_amount") ? 7 : masked.equals("email") ? "n" + done + "@example.org" : "FR");
        }
        var failure =
                failure(actor, () -> random.apply(actor, DraftOperation.update(thing.type(), thing.id(), values)));
        var expected = !random.model.sees(id, thing.id())
                ? CommonError.NOT_FOUND
                : !random.model.changes(id, thing.id())
                        ? CommonError.NOT_ALLOWED
                        : tries && random.model.hides(id, thing.type(), masked)
                                ? CommonError.NOT_ALLOWED
                                : random.model.binned.contains(thing.id()) ? CommonError.NOT_FOUND : null;
        if (tries && failure == CommonError.NOT_ALLOWED && expected == CommonError.NOT_FOUND) {
            // A hidden field is refused before the record is looked for; neither tells of the record.
            expected = random.model.hides(id, thing.type(), masked) ? CommonError.NOT_ALLOWED : expected;
        }
        assertThat(failure).as("%s patches %s", actor.name(), thing).isEqualTo(expected);
        done++;
    }

    private void givesAway(Actor actor, Thing thing) {
        if (thing.type().equals("comment") || random.model.binned.contains(thing.id())) {
            return;
        }
        var to = AccessWorld.id(random.anybody());
        var failure = failure(
                actor,
                () -> random.apply(actor, DraftOperation.update(thing.type(), thing.id(), Map.of("owner_id", to))));
        boolean may = random.model.changes(AccessWorld.id(actor), thing.id());
        assertThat(failure == null).as("%s gives %s away", actor.name(), thing).isEqualTo(may);
        if (may) {
            random.model.owners.put(thing.id(), to);
        }
        done++;
    }

    private void shares(Actor actor, Thing thing) {
        boolean may = actor.role() != Role.VIEWER && random.model.changes(AccessWorld.id(actor), thing.id());
        var failure = failure(actor, () -> random.share(actor, thing));
        assertThat(failure == null).as("%s shares %s", actor.name(), thing).isEqualTo(may);
        done++;
    }

    private void binsOrRestores(Thing thing) {
        if (thing.type().equals("company")) {
            return;
        }
        boolean binned = random.model.binned.contains(thing.id());
        random.apply(
                random.world.workspace().owner(),
                binned
                        ? DraftOperation.restore(thing.type(), thing.id())
                        : DraftOperation.delete(thing.type(), thing.id()));
        if (!random.model.binned.remove(thing.id())) {
            random.model.binned.add(thing.id());
        }
        done++;
    }

    private void explains(Thing thing) {
        var owner = random.world.workspace().owner();
        var type =
                ActorScope.call(owner, () -> Workspaces.bean(Descriptors.class).get(thing.type()));
        var explained = ActorScope.call(
                owner, () -> Workspaces.bean(ExplainAccess.class).of(type, thing.id()));
        for (var one : explained) {
            var person = one.person().id().value();
            assertThat(one.reads()).as("%s of %s", one, thing).isEqualTo(random.model.sees(person, thing.id()));
            assertThat(one.writes())
                    .as("%s of %s", one, thing)
                    .isEqualTo(one.person().role() != Role.VIEWER && random.model.changes(person, thing.id()));
            done++;
        }
    }

    private void overHttp() {
        var clients = new HashMap<UUID, RestTestClient>();
        var plurals = Map.of("company", "companies", "contact", "contacts", "deal", "deals", "comment", "comments");
        for (int i = 0; i < OVER_HTTP; i++) {
            var actor = random.anybody();
            var thing = random.anything();
            var http = clients.computeIfAbsent(
                    AccessWorld.id(actor), _ -> random.world.workspace().httpOf(actor));
            boolean sees = random.model.sees(AccessWorld.id(actor), thing.id());
            String path = "/api/v1/%s/%s".formatted(plurals.get(thing.type()), thing.id());
            for (String view : List.of("", "/history", "/provenance", "/shares", "/access")) {
                assertThat(status(http, path + view))
                        .as("%s gets %s%s of %s", actor.name(), path, view, thing)
                        .isEqualTo(sees ? 200 : 404);
            }
            if (thing.type().equals("company")) {
                assertThat(status(http, path + "/timeline")).isEqualTo(sees ? 200 : 404);
                assertThat(status(http, path + "/workspace")).isEqualTo(sees ? 200 : 404);
            }
            String bin = body(http, "/api/v1/%s?bin=true&limit=500".formatted(plurals.get(thing.type())));
            assertThat(bin.contains(thing.id().toString())).isEqualTo(sees && random.model.binned.contains(thing.id()));
            String sets = body(http, "/api/v1/change-sets?record_id=" + thing.id());
            if (!sees) {
                // A record that somebody sees may name one that they do not by its id, no more.
                assertThat(sets).doesNotContain("\"record_id\":\"" + thing.id());
            }
        }
    }

    /** Whatever is put together of many records calls none by its name that its reader does not see. */
    private void tellsOfNothingUnseen() {
        var titles = new HashMap<UUID, String>();
        for (String type : RandomWorkspace.TYPES) {
            ActorScope.run(random.world.workspace().owner(), () -> Workspaces.bean(Records.class)
                    .query(RecordQuery.of(type).limit(500))
                    .forEach(record -> titles.put(record.id(), record.title())));
        }
        for (var actor : random.people) {
            var http = random.world.workspace().httpOf(actor);
            var paths = new ArrayList<>(List.of(
                    "/api/v1/my-work",
                    "/api/v1/home",
                    "/api/v1/notifications",
                    "/api/v1/tasks",
                    "/api/v1/change-sets?limit=200",
                    "/api/v1/find?q=name",
                    "/api/v1/find?q=deal"));
            random.model.seen(AccessWorld.id(actor), "company", false).stream()
                    .limit(3)
                    .forEach(company -> {
                        paths.add("/api/v1/companies/%s/tree".formatted(company));
                        paths.add("/api/v1/companies/%s/timeline".formatted(company));
                    });
            for (String path : paths) {
                String body = body(http, path);
                titles.forEach((id, title) -> {
                    if (!random.model.sees(AccessWorld.id(actor), id)) {
                        assertThat(body).as("%s gets %s", actor.name(), path).doesNotContain("\"" + title + "\"");
                    }
                });
                done++;
            }
        }
    }

    private static int status(RestTestClient http, String path) {
        return http.get()
                .uri(path)
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private static String body(RestTestClient http, String path) {
        return Objects.requireNonNullElse(
                http.get()
                        .uri(path)
                        .exchange()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody(),
                "");
    }

    /** The code of what the work refuses; null where it does not. */
    private static @Nullable ErrorCode failure(Actor actor, Runnable work) {
        try {
            ActorScope.run(actor, work);
            return null;
        } catch (AppException refused) {
            return refused.code();
        }
    }
}
