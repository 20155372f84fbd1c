package dev.windrose.intake;

import dev.windrose.intake.names.TenantNames.NamedRow;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the gazetteer keeps, and nothing else, of every record that has a name. */
@Component
class NameStore {

    static final List<String> TYPES = List.of("company", "contact", "deal", "product");

    private static final String NAMED = """
            select * from (
                select 'company' as type, id, name, null::uuid as company, null::text as mail, website_url as
                website, country_hq as subtitle, deleted_at, tenant_id
                from companies
                union all
                select 'contact', t.id, t.name, t.company_id, t.email, null, concat_ws(', ', t.title, c.name), t.deleted_at, t.tenant_id
                from contacts t left join companies c on c.tenant_id = t.tenant_id and c.id = t.company_id
                union all
                select 'deal', id, name, company_id, null, null, stage, deleted_at, tenant_id from deals
                union all
                select 'product', id, name, null, null, null, series, deleted_at, tenant_id from products) r
            where tenant_id = :tenant and deleted_at is null and name is not null
            """;

    private final JdbcClient jdbc;

    NameStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void all(Consumer<NamedRow> take) {
        jdbc.sql(NAMED).param("tenant", tenant().value()).query(rs -> {
            take.accept(row(rs));
        });
    }

    /** The rows of a type that still exist. */
    List<NamedRow> some(String type, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : jdbc.sql(NAMED + " and type = :type and id = any(cast(:ids as uuid[]))")
                        .param("tenant", tenant().value())
                        .param("type", type)
                        .param(
                                "ids",
                                "{"
                                        + String.join(
                                                ",",
                                                ids.stream().map(UUID::toString).toList()) + "}")
                        .query((rs, _) -> row(rs))
                        .list();
    }

    private static NamedRow row(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new NamedRow(
                rs.getString("type"),
                rs.getString("id"),
                rs.getString("name"),
                rs.getString("company"),
                rs.getString("mail"),
                rs.getString("website"),
                rs.getString("subtitle"));
    }

    private static TenantId tenant() {
        return ActorScope.current().tenant();
    }
}
