package dev.windrose.crm.territory;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessSql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who belongs to territories, and which companies somebody has put into one by hand. */
@Component
class TerritoryStore {

    private final JdbcClient jdbc;
    private final AccessSql access;

    TerritoryStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    void followMembers(List<UUID> territories) {
        var ids = territories.toArray(UUID[]::new);
        jdbc.sql("delete from territory_members where tenant_id = :tenant and territory_id = any(:ids)")
                .param("tenant", tenant())
                .param("ids", ids)
                .update();
        jdbc.sql("""
                        insert into territory_members (tenant_id, territory_id, person_id)
                        select t.tenant_id, t.id, cast(member as uuid) from territories t, jsonb_array_elements_text(t.members) member
                        where t.tenant_id = :tenant and t.id = any(:ids)
                        """).param("tenant", tenant()).param("ids", ids).update();
    }

    /** Companies of these that nobody put into their territory by hand, with the territory they are in. */
    Map<UUID, @Nullable UUID> unchosen(List<UUID> companies) {
        var found = new LinkedHashMap<UUID, @Nullable UUID>();
        jdbc.sql(access.guard("""
                        select c.id, c.territory_id from companies c
                        left join change_sets s on s.tenant_id = c.tenant_id
                            and s.id = cast(coalesce(c.provenance -> 'territory_id', c.provenance -> '*') ->> 'change_set_id' as uuid)
                        left join territories t on t.tenant_id = c.tenant_id and t.id = c.territory_id
                        where c.tenant_id = :tenant and c.id = any(:companies) and c.deleted_at is null
                            and (c.territory_id is null or t.deleted_at is not null or s.cause_kind = 'run' and s.cause_id = :cause){see:company:c}
                        """))
                .param("tenant", tenant())
                .param("companies", companies.toArray(UUID[]::new))
                .param("cause", AssignTerritories.CAUSE)
                .query(rs -> {
                    found.put(rs.getObject("id", UUID.class), rs.getObject("territory_id", UUID.class));
                });
        return found;
    }

    boolean anyAssigned(List<UUID> companies) {
        return jdbc.sql("""
                        select exists (select 1 from companies
                            where tenant_id = :tenant and id = any(:companies) and territory_id is not null)
                        """)
                .param("tenant", tenant())
                .param("companies", companies.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    List<UUID> companiesAfter(UUID last, int most) {
        return jdbc.sql("""
                        select id from companies where tenant_id = :tenant and id > :last and deleted_at is null order by id limit :most
                        """)
                .param("tenant", tenant())
                .param("last", last)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
