package dev.windrose.journeys.track;

import dev.windrose.platform.ActorScope;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which records events name. */
@Component
class NamedRecordStore {

    private final JdbcClient jdbc;

    NamedRecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Person(UUID contact, @Nullable UUID company) {}

    /** By mail address; of several people the one known longest. */
    Map<String, Person> byEmail(Collection<String> emails) {
        var found = new HashMap<String, Person>();
        if (!emails.isEmpty()) {
            jdbc.sql("""
                            select p.email_key, p.id, p.company_id from contacts p
                            where p.tenant_id = :tenant and p.email_key = any(:emails) and p.deleted_at is null order by p.id
                            """)
                    .param("tenant", tenant())
                    .param("emails", emails.toArray(String[]::new))
                    .query(rs -> {
                        found.putIfAbsent(
                                rs.getString("email_key"),
                                new Person(rs.getObject("id", UUID.class), rs.getObject("company_id", UUID.class)));
                    });
        }
        return found;
    }

    Map<UUID, Person> contacts(Collection<UUID> ids) {
        var found = new HashMap<UUID, Person>();
        if (!ids.isEmpty()) {
            jdbc.sql(
                            "select p.id, p.company_id from contacts p where p.tenant_id = :tenant and p.id = any(:ids) and p.deleted_at is null")
                    .param("tenant", tenant())
                    .param("ids", ids.toArray(UUID[]::new))
                    .query(rs -> {
                        var id = rs.getObject("id", UUID.class);
                        found.put(id, new Person(id, rs.getObject("company_id", UUID.class)));
                    });
        }
        return found;
    }

    Set<UUID> companies(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Set.of()
                : new HashSet<>(jdbc.sql(
                                "select c.id from companies c where c.tenant_id = :tenant and c.id = any(:ids) and c.deleted_at is null")
                        .param("tenant", tenant())
                        .param("ids", ids.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    /** By id as text and by name. */
    Map<String, UUID> products(Collection<String> names) {
        var found = new HashMap<String, UUID>();
        if (!names.isEmpty()) {
            jdbc.sql("""
                            select r.id, r.name_key from products r
                            where r.tenant_id = :tenant and r.deleted_at is null and (r.name_key = any(:names) or r.id = any(:ids)) order by r.id
                            """)
                    .param("tenant", tenant())
                    .param("names", names.toArray(String[]::new))
                    .param(
                            "ids",
                            names.stream()
                                    .filter(name -> name.length() == 36 && name.matches("[0-9a-f-]{36}"))
                                    .map(UUID::fromString)
                                    .toArray(UUID[]::new))
                    .query(rs -> {
                        var id = rs.getObject("id", UUID.class);
                        found.putIfAbsent(rs.getString("name_key"), id);
                        found.put(id.toString(), id);
                    });
        }
        return found;
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
