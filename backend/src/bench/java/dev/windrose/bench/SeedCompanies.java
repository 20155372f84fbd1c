package dev.windrose.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Fills the table set-wise: the size matters here, not the way in. */
final class SeedCompanies {

    private SeedCompanies() {}

    static void insert(Connection connection, UUID tenant, int count) throws SQLException {
        try (var statement = connection.prepareStatement("""
                insert into companies (tenant_id, id, created_at, updated_at, name, name_key, industry_vertical, industry_vertical_key,
                    country_hq, employee_size, customer_state)
                select ?, gen_random_uuid(), now(), now() - n * interval '1 second', 'Company ' || n, 'company ' || n, 'Industry ' || n % 40,
                    'industry ' || n % 40, (array['DE','US','FR','JP'])[1 + n % 4], n % 9000,
                    (array['dormant','exploring','buying','using'])[1 + n % 4]
                from generate_series(1, ?) n""")) {
            statement.setObject(1, tenant);
            statement.setInt(2, count);
            statement.executeUpdate();
        }
        try (var statement = connection.createStatement()) {
            statement.execute("vacuum analyze companies");
        }
    }

    static List<UUID> some(Connection connection, UUID tenant, int count) throws SQLException {
        try (var statement =
                connection.prepareStatement("select id from companies where tenant_id = ? order by id limit ?")) {
            statement.setObject(1, tenant);
            statement.setInt(2, count);
            var ids = new ArrayList<UUID>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getObject(1, UUID.class));
                }
            }
            return ids;
        }
    }
}
