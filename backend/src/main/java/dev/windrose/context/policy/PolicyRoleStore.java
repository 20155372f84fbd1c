package dev.windrose.context.policy;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class PolicyRoleStore {

    private final JdbcClient jdbc;

    PolicyRoleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, List<PersonId>> all() {
        var found = new TreeMap<String, List<PersonId>>();
        jdbc.sql("select role_key, person_id from policy_roles where tenant_id = :tenant order by role_key, person_id")
                .param("tenant", tenant())
                .query(rs -> {
                    found.computeIfAbsent(rs.getString("role_key"), _ -> new ArrayList<>())
                            .add(new PersonId(rs.getObject("person_id", UUID.class)));
                });
        return found;
    }

    void put(String role, List<PersonId> holders) {
        jdbc.sql("delete from policy_roles where tenant_id = :tenant and role_key = :role")
                .param("tenant", tenant())
                .param("role", role)
                .update();
        for (var holder : holders) {
            jdbc.sql("insert into policy_roles (tenant_id, role_key, person_id) values (:tenant, :role, :person)")
                    .param("tenant", tenant())
                    .param("role", role)
                    .param("person", holder.value())
                    .update();
        }
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
