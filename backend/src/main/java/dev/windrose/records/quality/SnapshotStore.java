package dev.windrose.records.quality;

import dev.windrose.platform.ActorScope;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Figures of large workspaces, worked out in the background. */
@Component
class SnapshotStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<TypeQuality>> FIGURES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    SnapshotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param whose a person, or all who see everything */
    Optional<Snapshot> find(String whose) {
        return jdbc.sql("select as_of, figures from quality_snapshots where tenant_id = :tenant and whose = :whose")
                .param("tenant", tenant())
                .param("whose", whose)
                .query((rs, _) -> new Snapshot(
                        rs.getObject("as_of", OffsetDateTime.class).toInstant(),
                        JSON.readValue(rs.getString("figures"), FIGURES)))
                .optional();
    }

    void put(String whose, Snapshot snapshot) {
        jdbc.sql("""
                        insert into quality_snapshots (tenant_id, whose, as_of, figures) values (:tenant, :whose, :at, cast(:figures as jsonb))
                        on conflict (tenant_id, whose) do update set as_of = excluded.as_of, figures = excluded.figures
                        """)
                .param("tenant", tenant())
                .param("whose", whose)
                .param("at", snapshot.asOf().atOffset(ZoneOffset.UTC))
                .param("figures", JSON.writeValueAsString(snapshot.types()))
                .update();
    }

    record Snapshot(Instant asOf, List<TypeQuality> types) {}

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
