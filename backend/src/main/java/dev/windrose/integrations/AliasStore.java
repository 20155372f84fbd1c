package dev.windrose.integrations;

import dev.windrose.platform.Actor;
import dev.windrose.platform.ActorScope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AliasStore {

    private final JdbcClient jdbc;

    AliasStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Aliases.Entry> all() {
        return jdbc.sql("select * from mail_aliases where tenant_id = :tenant order by same_as, address")
                .param("tenant", tenant())
                .query((rs, _) -> new Aliases.Entry(
                        rs.getString("address"),
                        rs.getString("same_as"),
                        rs.getObject("added_at", OffsetDateTime.class).toInstant(),
                        rs.getString("added_by_name")))
                .list();
    }

    Map<String, String> of(Collection<String> addresses) {
        var known = new LinkedHashMap<String, String>();
        jdbc.sql("select address, same_as from mail_aliases where tenant_id = :tenant and address = any(:addresses)")
                .param("tenant", tenant())
                .param("addresses", addresses.toArray(String[]::new))
                .query(row -> {
                    known.put(row.getString("address"), row.getString("same_as"));
                });
        return known;
    }

    void put(Actor actor, String address, String sameAs, Instant now) {
        jdbc.sql("""
                        insert into mail_aliases (tenant_id, address, same_as, added_at, added_by_name) values (:tenant, :address, :same, :now, :by)
                        on conflict (tenant_id, address) do update set same_as = excluded.same_as
                        """)
                .param("tenant", actor.tenant().value())
                .param("address", address)
                .param("same", sameAs)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", actor.name())
                .update();
    }

    void remove(String address) {
        jdbc.sql("delete from mail_aliases where tenant_id = :tenant and address = :address")
                .param("tenant", tenant())
                .param("address", address)
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
