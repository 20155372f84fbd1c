package dev.windrose.crm.territory;

import dev.windrose.platform.ActorScope;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who belongs to territories, and which companies somebody has put into one by hand. */
@Component
class TerritoryStore {

    private final JdbcClient jdbc;

    TerritoryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
