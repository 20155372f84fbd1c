package dev.windrose.context.entry;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ClearanceStore {

    private final JdbcClient jdbc;

    ClearanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<PersonId, Sensitivity> all() {
        var all = new HashMap<PersonId, Sensitivity>();
        jdbc.sql("select person_id, highest from context_clearances where tenant_id = :tenant")
                .param("tenant", tenant())
                .query(rs -> {
                    all.put(
                            new PersonId(rs.getObject("person_id", UUID.class)),
                            Sensitivity.of(rs.getString("highest")).orElse(Sensitivity.PUBLIC));
                });
        return all;
    }

    void put(PersonId person, Sensitivity highest, Instant at) {
        jdbc.sql("""
                        insert into context_clearances (tenant_id, person_id, highest, updated_at)
                        values (:tenant, :person, :highest, :at)
                        on conflict (tenant_id, person_id) do update set highest = excluded.highest, updated_at = excluded.updated_at
                        """)
                .param("tenant", tenant())
                .param("person", person.value())
                .param("highest", highest.wire())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forget(PersonId person) {
        jdbc.sql("delete from context_clearances where tenant_id = :tenant and person_id = :person")
                .param("tenant", tenant())
                .param("person", person.value())
                .update();
    }

    /** Whether there are entries of other sensitivities than these, in the bin or not. */
    boolean others(Collection<Sensitivity> seen) {
        return jdbc.sql("""
                        select exists (select 1 from context_entries e
                            where e.tenant_id = :tenant and (e.sensitivity is null or e.sensitivity <> all(:seen)))
                        """)
                .param("tenant", tenant())
                .param("seen", seen.stream().map(Sensitivity::wire).toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
