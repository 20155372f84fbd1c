package dev.windrose.records.custom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.records.query.Filter;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A field with many values becomes one that lists find by, a unique one or one of another kind, in a job. */
@WindroseTest
class IndexFieldTests {

    private static final int MANY = 10_050;

    private RecordWorld world;
    private UUID field;

    @BeforeEach
    void manyValues() {
        world = RecordWorld.fresh();
        field = SchemaWorld.define(world, "company", "Code", "text", Map.of("filter", false, "sort", false));
        world.in(() -> Workspaces.bean(TransactionTemplate.class).execute(_ -> Workspaces.bean(JdbcClient.class)
                .sql("""
                        insert into companies (tenant_id, id, created_at, updated_at, name, name_key, custom)
                        select :tenant, gen_random_uuid(), now() - interval '1 day', now() - interval '1 day', 'C' || g, 'c' || g,
                               jsonb_build_object('c_code', 'K' || g)
                        from generate_series(1, :many) g
                        """)
                .param("tenant", world.actor().tenant().value())
                .param("many", MANY)
                .update()));
    }

    @Test
    void goesThroughValuesInAJob() throws InterruptedException {
        var changed = found("name", "C7");
        var answer = patch(Map.of("filter", true, "unique", true), 202);
        world.update("company", changed, Map.of("c_code", "Meanwhile"));
        world.create("company", Map.of("name", "New", "c_code", "K7"));
        assertThat(ended(answer.get("job_id"))).isEqualTo("done");
        assertThat(found("c_code", "meanwhile")).isEqualTo(changed);
        assertThat(world.get("company", found("c_code", "K7")).title()).isEqualTo("New");
        assertThat(world.get("company", found("c_code", "K9999")).title()).isEqualTo("C9999");
        post(Map.of("name", "Twin", "c_code", "k9999"), 409);
        post(Map.of("name", "Other", "c_code", "L1"), 201);
        assertThat(body("/api/v1/schema/changes")).contains("Code");
    }

    @Test
    void givesValuesAnotherKindInAJobThatCanBeCancelled() throws InterruptedException {
        world.in(() -> Workspaces.bean(TransactionTemplate.class).execute(_ -> Workspaces.bean(JdbcClient.class)
                .sql(
                        "update companies set custom = jsonb_build_object('c_code', substr(name, 2)) where tenant_id = :tenant")
                .param("tenant", world.actor().tenant().value())
                .update()));
        var cancelled = cancelledInTheMiddle();
        assertThat(ended(cancelled)).isEqualTo("cancelled");
        assertThat(world.get("company", found("name", "C7")).value("c_code")).isEqualTo("7");
        assertThat(ended(patch(Map.of("kind", "number", "filter", true), 202).get("job_id")))
                .isEqualTo("done");
        assertThat(world.get("company", found("c_code", "9999")).title()).isEqualTo("C9999");
        assertThat(world.get("company", found("name", "C7")).value("c_code")).isEqualTo(new BigDecimal(7));
        assertThat(body("/api/v1/schema/changes")).contains("number");
    }

    /** The job waits for a row that somebody else has, while it is told to stop. */
    private Object cancelledInTheMiddle() {
        var jdbc = Workspaces.bean(JdbcClient.class);
        return Objects.requireNonNull(
                world.in(() -> Workspaces.bean(TransactionTemplate.class).execute(_ -> {
                    jdbc.sql("select id from companies where tenant_id = :tenant order by id limit 1 for update")
                            .param("tenant", world.actor().tenant().value())
                            .query(UUID.class)
                            .single();
                    var job =
                            patch(Map.of("kind", "number", "filter", true), 202).get("job_id");
                    while (!jdbc.sql("select exists (select from pg_locks where not granted)")
                            .query(Boolean.class)
                            .single()) {
                        Thread.onSpinWait();
                    }
                    pauseBetweenReports();
                    world.workspace()
                            .http()
                            .post()
                            .uri("/api/v1/jobs/" + job + "/cancel")
                            .exchange()
                            .expectStatus()
                            .is2xxSuccessful();
                    return job;
                })));
    }

    /** So often a job asks whether it is to stop. */
    private static void pauseBetweenReports() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private UUID found(String by, String value) {
        return world.in(() -> Workspaces.bean(Records.class)
                .query(RecordQuery.of("company").where(Filter.is(by, value)))
                .getFirst()
                .id());
    }

    private Map<?, ?> patch(Map<String, ?> body, int status) {
        return Objects.requireNonNull(world.workspace()
                .http()
                .method(HttpMethod.PATCH)
                .uri("/api/v1/schema/fields/" + field)
                .body(body)
                .exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody());
    }

    private void post(Map<String, ?> body, int status) {
        world.workspace()
                .http()
                .post()
                .uri("/api/v1/companies")
                .body(new HashMap<>(body))
                .exchange()
                .expectStatus()
                .isEqualTo(status);
    }

    private Object ended(Object job) throws InterruptedException {
        for (int round = 0; round < 600; round++) {
            String body = body("/api/v1/jobs/" + job);
            for (String status : new String[] {"done", "dead", "cancelled"}) {
                if (body.contains("\"status\":\"" + status + "\"")) {
                    return status;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The job does not end: " + body("/api/v1/jobs/" + job));
    }

    private String body(String path) {
        return Objects.requireNonNull(world.workspace()
                .http()
                .get()
                .uri(path)
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }
}
