package dev.windrose;

import dev.windrose.platform.postgres.DatabaseAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** A database as the first release left it: its migrations, and rows that its code wrote. */
final class FirstRelease {

    /** Later modules numbered theirs between these, so a highest number would not tell them apart. */
    private static final List<String> MIGRATIONS = List.of(
            "platform/V001__tenancy.sql",
            "platform/V002__people.sql",
            "platform/V003__access.sql",
            "events/V020__event_log.sql",
            "events/V021__event_subscriptions.sql",
            "jobs/V030__scheduled_tasks.sql",
            "jobs/V031__jobs.sql",
            "records/V040__record_tables.sql",
            "records/V041__changes.sql",
            "crm/V060__companies.sql",
            "crm/V061__products.sql",
            "crm/V062__contacts.sql",
            "crm/V063__deals.sql",
            "crm/V064__interactions.sql",
            "crm/V065__objections.sql",
            "crm/V066__feedback.sql",
            "context/V080__threads.sql",
            "work/V090__tasks.sql",
            "workspace/V095__comments.sql",
            "intake/V100__intake.sql",
            "importing/V120__imports.sql");

    /** The second workspace has the same rows as the first. */
    static final String TENANT = "01a20488-ddff-7000-b7a5-822319535ada";

    static final String OTHER_TENANT = "01a20488-0000-7000-8000-000000000002";

    private static final List<String> WITHOUT_TENANT = List.of(
            "identities", "sessions", "api_token_hashes", "one_time_links", "event_subscriptions", "scheduled_tasks");

    private FirstRelease() {}

    static void make(DatabaseAccess database, Path temporary) throws IOException, SQLException {
        for (String name : MIGRATIONS) {
            Path file = temporary.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, new ClassPathResource("db/migration/" + name).getContentAsByteArray());
        }
        migrate(database, "filesystem:" + temporary);
        try (var connection = database.connectAsOwner()) {
            // Rows come in any order; the release that wrote them had checked them.
            connection.createStatement().execute("set session_replication_role = replica");
            fill(connection);
        }
    }

    /** As a start of the product does. */
    static void migrate(DatabaseAccess database, String... locations) {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yml"));
        var settings = Objects.requireNonNull(yaml.getObject());
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .placeholders(Map.of("appRole", DatabaseAccess.APP_ROLE, "importerRole", DatabaseAccess.IMPORTER_ROLE))
                .locations(locations)
                .outOfOrder(Boolean.TRUE.equals(settings.get("spring.flyway.out-of-order")))
                .group(Boolean.TRUE.equals(settings.get("spring.flyway.group")))
                .load()
                .migrate();
    }

    private static void fill(Connection connection) throws IOException, SQLException {
        var json = JsonMapper.shared();
        String rows = new ClassPathResource("upgrade/first-release.jsonl").getContentAsString(StandardCharsets.UTF_8);
        for (String line : rows.lines().toList()) {
            var node = json.readTree(line);
            String table = node.get("table").asString();
            insert(connection, table, node.get("row").toString());
            if (!WITHOUT_TENANT.contains(table)) {
                insert(connection, table, node.get("row").toString().replace(TENANT, OTHER_TENANT));
            }
        }
        connection.createStatement().execute("""
                select setval(pg_get_serial_sequence('event_log', 'id'), (select max(id) from event_log))
                """);
    }

    private static void insert(Connection connection, String table, String row) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into %s overriding system value select * from jsonb_populate_record(null::%s, ?::jsonb)"
                        .formatted(table, table))) {
            insert.setString(1, row);
            insert.executeUpdate();
        }
    }

    /** Every row of every table as sorted JSON, by table. */
    static Map<String, List<String>> rows(Connection connection) throws SQLException {
        var rows = new TreeMap<String, List<String>>();
        for (String table : texts(connection, """
                select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'
                """)) {
            rows.put(
                    table,
                    texts(connection, "select to_jsonb(t)::text as row from %s t order by row".formatted(table)));
        }
        return rows;
    }

    static List<String> texts(Connection connection, String sql) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                found.add(result.getString(1));
            }
        }
        return found;
    }
}
