package dev.windrose.integrations;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class UntrackedStore {

    private final JdbcClient jdbc;

    UntrackedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Untracked.Entry> all() {
        return jdbc.sql("select * from untracked_addresses where tenant_id = :tenant order by address")
                .param("tenant", tenant())
                .query((rs, _) -> new Untracked.Entry(
                        rs.getString("address"),
                        rs.getObject("added_at", OffsetDateTime.class).toInstant(),
                        rs.getString("added_by_name")))
                .list();
    }

    boolean any(Collection<String> forms) {
        return jdbc.sql(
                        "select exists (select 1 from untracked_addresses where tenant_id = :tenant and address = any(:forms))")
                .param("tenant", tenant())
                .param("forms", forms.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    void add(Actor actor, String address, Instant now) {
        jdbc.sql("""
                        insert into untracked_addresses (tenant_id, address, added_at, added_by_name) values (:tenant, :address, :now, :by)
                        on conflict (tenant_id, address) do nothing
                        """)
                .param("tenant", actor.tenant().value())
                .param("address", address)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", actor.name())
                .update();
    }

    void remove(String address) {
        jdbc.sql("delete from untracked_addresses where tenant_id = :tenant and address = :address")
                .param("tenant", tenant())
                .param("address", address)
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
