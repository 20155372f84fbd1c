package dev.windrose.records.duplicates;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.Descriptor;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goes through the records of a type. */
@Component
class ScanStore {

    private final JdbcClient jdbc;

    ScanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<UUID> after(Descriptor type, UUID last, int most) {
        return jdbc.sql(
                        "select t.id from %s t where %s and t.deleted_at is null and t.id > :last order by t.id limit %d"
                                .formatted(type.table(), type.rows(), most))
                .param("tenant", ActorScope.current().tenant().value())
                .param("last", last)
                .query(UUID.class)
                .list();
    }
}
