package dev.windrose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorKind;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.Role;
import dev.windrose.platform.access.ApiTokens;
import dev.windrose.platform.access.NewApiToken;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.id.TenantId;
import dev.windrose.platform.postgres.DatabaseAccess;
import dev.windrose.platform.postgres.DatabaseBootstrap;
import dev.windrose.platform.postgres.OpenDatabase;
import dev.windrose.platform.process.ClaimDataFolder;
import dev.windrose.platform.settings.ProcessSettings;
import dev.windrose.platform.settings.ReadSettings;
import dev.windrose.records.Descriptors;
import dev.windrose.records.query.RecordQuery;
import dev.windrose.records.query.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A data folder of the first release is brought to this one. The methods are its steps. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpgradeTests {

    private static final String OWNER = "01a20488-de62-7000-9382-e3982e5e2f63";

    /** Who works on what right now is no data. */
    private static final List<String> MOVING = List.of("event_subscriptions", "scheduled_tasks", "event_deliveries");

    private static final List<String> TYPES_OF_THEN = List.of(
            "company",
            "contact",
            "deal",
            "product",
            "interaction",
            "objection",
            "feedback",
            "task",
            "comment",
            "user_prompt_log");

    @TempDir
    static Path folder;

    static Map<String, List<String>> before;

    @BeforeAll
    static void makeTheFolder() throws Exception {
        try (var database = OpenDatabase.visit(settings())) {
            FirstRelease.make(database.access(), folder.resolve("first"));
            try (var connection = database.access().connectAsOwner()) {
                before = FirstRelease.rows(connection);
                connection.createStatement().execute("create database compared");
            }
        }
        assertThat(before.get("deals")).hasSize(10);
    }

    @Test
    @Order(1)
    void aStepThatFailsLeavesEverythingAsItWas() throws Exception {
        Path bad = Files.createDirectories(folder.resolve("bad"));
        Files.writeString(bad.resolve("V998__half.sql"), """
                update deals set name = 'Spoilt';
                create table half_made (n int);
                select 1 / 0;
                """);
        try (var database = OpenDatabase.visit(settings());
                var connection = database.access().connectAsOwner()) {
            assertThatThrownBy(() ->
                            FirstRelease.migrate(database.access(), "classpath:db/migration", "filesystem:" + bad))
                    .hasStackTraceContaining("division by zero");
            assertThat(FirstRelease.rows(connection)).isEqualTo(before);
        }
    }

    @Test
    @Order(2)
    void keepsEveryRowAndHasTheTablesOfAFreshDatabase() throws Exception {
        try (var application = start()) {
            try (var connection = OpenDatabase.visit(settings()).access().connectAsOwner()) {
                keepsEveryRow(connection);
                tellsWhatTheOldRowsMean(connection);
            }
            hasTheShapeOfAFreshDatabase();
            for (String tenant : List.of(FirstRelease.TENANT, FirstRelease.OTHER_TENANT)) {
                ActorScope.run(owner(tenant), () -> listsAndReads(application));
            }
            http(application).works();
        }
    }

    private static void keepsEveryRow(Connection connection) throws SQLException {
        var after = FirstRelease.rows(connection);
        before.forEach((table, rows) -> {
            if (MOVING.contains(table)) {
                return;
            }
            var columns = columns(rows);
            assertThat(after.get(table).stream().map(row -> only(columns, row)).toList())
                    .as(table)
                    .containsAll(rows.stream().map(row -> only(columns, row)).toList());
        });
        assertThat(after.keySet()).containsAll(before.keySet());
    }

    private static List<String> columns(List<String> rows) {
        return rows.isEmpty()
                ? List.of()
                : List.copyOf(JsonMapper.shared().readTree(rows.getFirst()).propertyNames());
    }

    private static JsonNode only(List<String> columns, String row) {
        return ((ObjectNode) JsonMapper.shared().readTree(row)).retain(columns);
    }

    private static void tellsWhatTheOldRowsMean(Connection connection) throws SQLException {
        for (String tenant : List.of(FirstRelease.TENANT, FirstRelease.OTHER_TENANT)) {
            assertThat(pairs(connection, tenant, """
                    select p.value || ' ' || (p.left_at is null) || ' ' || p.person_name
                    from record_periods p join deals d on d.tenant_id = p.tenant_id and d.id = p.record_id
                    where p.tenant_id = '%s' and d.name = 'Sternfeld pilot' and p.field = 'stage' order by p.entered_at
                    """))
                    .containsExactly(
                            "qualified false Ottilie Brandt",
                            "discovery false Ottilie Brandt",
                            "proposal true Ottilie Brandt");
            assertThat(pairs(connection, tenant, """
                    select d.name from deals d where d.tenant_id = '%s' and d.stage is not null and not exists (
                        select 1 from record_periods p where p.tenant_id = d.tenant_id and p.record_id = d.id and p.field = 'stage'
                            and p.left_at is null and p.value = d.stage)
                    """))
                    .as("deals whose stage has no period")
                    .isEmpty();
            assertThat(pairs(connection, tenant, """
                    select p.value from record_periods p join companies c on c.tenant_id = p.tenant_id and c.id = p.record_id
                    where p.tenant_id = '%s' and c.name = 'Sternfeld Optik' and p.field = 'customer_state' order by p.entered_at
                    """)).containsExactly("exploring", "buying", "using");
            assertThat(pairs(connection, tenant, """
                    select o.name from record_periods p join companies c on c.tenant_id = p.tenant_id and c.id = p.record_id
                    join people o on o.tenant_id = p.tenant_id and cast(o.id as text) = p.value
                    where p.tenant_id = '%s' and c.name = 'Sternfeld Optik' and p.field = 'owner_id' order by p.entered_at
                    """)).containsExactly("Malik Osei", "Greta Lund");
            assertThat(pairs(connection, tenant, "select distinct pipeline from deals where tenant_id = '%s'"))
                    .containsExactly("sales");
            assertThat(pairs(connection, tenant, """
                    select p.name from account_team_members m join people p on p.tenant_id = m.tenant_id and p.id = m.person_id
                    where m.tenant_id = '%s' order by p.name
                    """)).containsExactly("Greta Lund", "Malik Osei");
            assertThat(pairs(connection, tenant, """
                    select c.name from contact_memberships m join contacts c on c.tenant_id = m.tenant_id and c.id = m.contact_id
                    where m.tenant_id = '%s' and m.to_date is null order by c.name
                    """)).containsExactly("Lena Hoffmann", "Tom Ek");
            assertThat(pairs(connection, tenant, """
                    select record_type || ' ' || field || ' ' || count(*) from record_values where tenant_id = '%s' and field <> 'tags'
                    group by record_type, field order by 1
                    """))
                    .contains("comment mentions 1", "company other_countries 2")
                    .anyMatch(line -> line.startsWith("interaction contacts "));
        }
    }

    private static List<String> pairs(Connection connection, String tenant, String sql) throws SQLException {
        return FirstRelease.texts(connection, sql.formatted(tenant));
    }

    /** Numbers are filled out of order, so an upgraded database runs the steps in another order than a fresh one. */
    private static void hasTheShapeOfAFreshDatabase() throws SQLException {
        try (var database = OpenDatabase.visit(settings())) {
            var access = database.access();
            var fresh = new DatabaseAccess(
                    access.url().replace("/windrose?", "/compared?"),
                    access.owner(),
                    access.ownerPassword(),
                    access.applicationPassword());
            FirstRelease.migrate(fresh, "classpath:db/migration");
            try (var upgraded = database.access().connectAsOwner();
                    var other = fresh.connectAsOwner()) {
                for (String shape : SHAPES) {
                    assertThat(FirstRelease.texts(upgraded, shape)).isEqualTo(FirstRelease.texts(other, shape));
                }
            }
        }
    }

    /** All but the order of columns. */
    private static final List<String> SHAPES = List.of(
            """
            select concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default, collation_name)
            from information_schema.columns where table_schema = 'public' order by 1
            """,
            "select indexdef from pg_indexes where schemaname = 'public' order by 1",
            """
            select concat_ws(' ', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
            where connamespace = 'public'::regnamespace and contype <> 'n' order by 1
            """,
            "select concat_ws(' ', tablename, policyname, roles, cmd, qual, with_check) from pg_policies order by 1",
            """
            select concat_ws(' ', table_name, grantee, privilege_type) from information_schema.role_table_grants
            where table_schema = 'public' and grantee like 'windrose%' order by 1
            """,
            """
            select concat_ws(' ', relname, relrowsecurity, relforcerowsecurity) from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1
            """,
            "select md5(pg_get_functiondef(oid)) from pg_proc where pronamespace = 'public'::regnamespace and prokind <> 'a' order by 1");

    private static void listsAndReads(ConfigurableApplicationContext application) {
        var records = application.getBean(Records.class);
        for (var type : application.getBean(Descriptors.class).all()) {
            var found = records.query(RecordQuery.of(type.name()).limit(500));
            found.forEach(record ->
                    assertThat(records.get(type.name(), record.id()).title()).isNotNull());
            if (TYPES_OF_THEN.contains(type.name())) {
                assertThat(found).as(type.name()).isNotEmpty();
            }
        }
    }

    private static UpgradedWorkspace http(ConfigurableApplicationContext application) {
        var request = new NewApiToken("upgraded", Actor.ALL_SCOPES, null, new PersonId(UUID.fromString(OWNER)));
        String token = ActorScope.call(
                        owner(FirstRelease.TENANT),
                        () -> application.getBean(ApiTokens.class).issue(request))
                .secret();
        return new UpgradedWorkspace(
                "http://127.0.0.1:" + application.getEnvironment().getProperty("local.server.port") + "/api/v1", token);
    }

    private static Actor owner(String tenant) {
        return new Actor(
                new TenantId(UUID.fromString(tenant)),
                new PersonId(UUID.fromString(OWNER)),
                "Ottilie Brandt",
                ActorKind.PERSON,
                Role.OWNER,
                Actor.ALL_SCOPES);
    }

    private static ProcessSettings settings() {
        return new ProcessSettings(0, "127.0.0.1", null, folder.resolve("data"), null, 0, "windrose", false);
    }

    private static ConfigurableApplicationContext start() {
        var application = new SpringApplication(Windrose.class);
        application.addInitializers(new ReadSettings(), new ClaimDataFolder(), new DatabaseBootstrap());
        return application.run(
                "--windrose.data=" + folder.resolve("data"), "--windrose.port=0", "--windrose.postgres-port=0");
    }
}
