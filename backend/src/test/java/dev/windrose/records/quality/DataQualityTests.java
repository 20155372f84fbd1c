package dev.windrose.records.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.windrose.platform.Role;
import dev.windrose.platform.people.People;
import dev.windrose.platform.people.PersonChange;
import dev.windrose.platform.people.PersonStatus;
import dev.windrose.records.custom.SchemaWorld;
import dev.windrose.testing.DatabaseOwner;
import dev.windrose.testing.RecordWorld;
import dev.windrose.testing.WindroseTest;
import dev.windrose.testing.Workspaces;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WindroseTest
class DataQualityTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    Environment environment;

    private RecordWorld world;

    @BeforeEach
    void fresh() {
        world = RecordWorld.fresh();
    }

    @Test
    void everyFilterOpensAsManyRecordsAsAreCounted() {
        var company = company();
        contact(
                "Mara Quill",
                Map.of("company_id", company, "email", "mara@northwind.example", "phone", "+49 30 901820"));
        contact("Nobody", Map.of("email", "none@northwind.example", "phone", "12"));
        contact("Nemo", Map.of("phone", "call me"));
        world.create("deal", Map.of("name", "Loose", "stage", "qualified"));
        world.create(
                "deal",
                Map.of(
                        "name",
                        "Late",
                        "company_id",
                        company,
                        "stage",
                        "qualified",
                        "deal_expected_signing_date",
                        "2020-01-01"));
        String vessel = SchemaWorld.type(world, "Vessel");
        SchemaWorld.define(world, vessel, "Office mail", "email", Map.of("filter", true, "list", 2));
        world.create(vessel, Map.of("name", "Gannet", "c_office_mail", "x..y@harbour.example"));
        world.create(vessel, Map.of("name", "Curlew"));
        contact(
                "Mara Quill",
                Map.of("company_id", company, "email", "mara.quill@northwind.example", "phone", "+49 30 901820"));
        leaves();
        var http = world.workspace().http();
        until(() -> count(http, "contact", "invalid_phone") == 2 && count(http, vessel, "invalid_email") == 1);

        until(() -> count(http, "contact", "duplicate") == 2);
        assertThat(count(http, "contact", "invalid_email")).isOne();
        assertThat(count(http, "contact", "orphan")).isEqualTo(2);
        assertThat(count(http, "contact", "missing email")).isOne();
        assertThat(count(http, "deal", "orphan")).isOne();
        assertThat(count(http, "deal", "overdue")).isOne();
        assertThat(count(http, "company", "inactive_owner")).isOne();
        assertThat(count(http, vessel, "missing c_office_mail")).isOne();
        int checked = 0;
        for (var type : quality(http).get("types")) {
            for (var check : type.get("checks")) {
                assertThat(listed(http, type.get("plural").asString(), check.get("filter")))
                        .as("%s %s", type.get("type"), check)
                        .isEqualTo(check.get("count").asLong());
                checked++;
            }
        }
        assertThat(checked).isGreaterThan(25);
    }

    @Test
    void anAddressThatIsMendedIsFoundNoMore() {
        var contact = contact("Nobody", Map.of("email", "none@northwind.example"));
        var http = world.workspace().http();
        until(() -> count(http, "contact", "invalid_email") == 1);
        world.update("contact", contact, Map.of("email", "nora@northwind.example"));
        until(() -> count(http, "contact", "invalid_email") == 0);
    }

    @Test
    void countsWhatTheReaderMaySee() {
        contact("Nobody", Map.of("email", "none@northwind.example"));
        var member = world.workspace().person("Milo Member", Role.MEMBER);
        var http = world.workspace().http();
        until(() -> count(http, "contact", "invalid_email") == 1);
        var theirs = world.workspace().httpOf(member);
        assertThat(count(theirs, "contact", "orphan")).isOne();
        put(http, "/access/rules", """
                {"rules": [{"record_type": "contact", "role": "member", "read": "private", "write": "private"}]}""");
        assertThat(count(theirs, "contact", "orphan")).isZero();
        put(http, "/access/masks", """
                {"masks": [{"record_type": "contact", "field": "email", "roles": ["member"]}]}""");
        until(() -> find(theirs, "contact", "invalid_email") == null);
        assertThat(find(theirs, "contact", "missing email")).isNull();
        theirs.post()
                .uri("/api/v1/contacts/query")
                .body(Map.of("filter", QualityCheck.compare("_quality", "is", "invalid_email")))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void refreshingReadsAddressesThatCameWithoutNews() {
        var contact = contact("Nora", Map.of("email", "nora@northwind.example"));
        DatabaseOwner.run(
                environment, "update contacts set email = 'none@northwind.example' where id = '%s'".formatted(contact));
        var http = world.workspace().http();
        http.post()
                .uri("/api/v1/data-quality/refresh")
                .exchange()
                .expectStatus()
                .isAccepted();
        until(() -> count(http, "contact", "invalid_email") == 1);
        until(() -> !quality(http).get("refreshing").asBoolean());
    }

    private String company() {
        return world.create("company", Map.of("name", "Northwind Paper")).toString();
    }

    private UUID contact(String name, Map<String, String> more) {
        var values = new LinkedHashMap<String, String>(more);
        values.put("name", name);
        return world.create("contact", values);
    }

    /** Somebody who owns an account and goes. */
    private void leaves() {
        var person = world.workspace().person("Lea Leaving", Role.MEMBER);
        var id = Objects.requireNonNull(person.person());
        world.create("company", Map.of("name", "Left Alone", "owner_id", id.toString()));
        world.in(() ->
                Workspaces.bean(People.class).change(id, new PersonChange(null, PersonStatus.DEACTIVATED, null, null)));
    }

    private static long count(RestTestClient http, String type, String check) {
        var found = find(http, type, check);
        return found == null ? -1 : found.get("count").asLong();
    }

    /** @param check its code, for a missing value with the field */
    private static @Nullable JsonNode find(RestTestClient http, String type, String check) {
        for (var one : quality(http).get("types")) {
            for (var each : one.get("checks")) {
                String named = each.get("code").asString().equals("missing")
                        ? "missing " + each.get("field").asString()
                        : each.get("code").asString();
                if (one.get("type").asString().equals(type) && named.equals(check)) {
                    return each;
                }
            }
        }
        return null;
    }

    private static JsonNode quality(RestTestClient http) {
        return JSON.readTree(http.get()
                .uri("/api/v1/data-quality")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    private static long listed(RestTestClient http, String plural, JsonNode filter) {
        String body = http.post()
                .uri("/api/v1/%s/query".formatted(plural))
                .body(Map.of("filter", JSON.treeToValue(filter, Map.class), "count", true, "limit", 1))
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JSON.readTree(body).path("total").asLong(-1);
    }

    private static void put(RestTestClient http, String path, String body) {
        http.put()
                .uri("/api/v1" + path)
                .body(JSON.readTree(body))
                .exchange()
                .expectStatus()
                .isOk();
    }

    private static void until(BooleanSupplier done) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
