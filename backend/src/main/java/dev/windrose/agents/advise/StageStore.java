package dev.windrose.agents.advise;

import dev.windrose.agents.advise.Facts.StageHistory;
import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessSql;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How deals went through their stages, as far as whoever asks may see them. */
@Component
class StageStore {

    private static final String HISTORIES = """
            select p.value as stage,
                   count(distinct d.id) filter (where d.deal_state = 'won' and p.value <> d.stage) as won,
                   count(distinct d.id) filter (where d.deal_state = 'lost' and p.value <> d.stage) as lost,
                   count(*) filter (where p.left_at is not null) as stays,
                   coalesce(percentile_cont(0.75) within group (order by extract(epoch from p.left_at - p.entered_at)), 0) / 86400 as usual
            from deals d join record_periods p on p.tenant_id = d.tenant_id and p.record_id = d.id and p.field = 'stage'
            where d.tenant_id = :tenant and d.deleted_at is null{uses:deal:stage,deal_state}{see:deal:d}
            group by p.value
            """;

    private static final String ENTERED = """
            select d.id, p.entered_at
            from deals d join record_periods p on p.tenant_id = d.tenant_id and p.record_id = d.id and p.field = 'stage' and p.left_at is null
            where d.tenant_id = :tenant and d.id = any(cast(:ids as uuid[])){uses:deal:stage}{see:deal:d}
            """;

    private final JdbcClient jdbc;
    private final AccessSql access;

    StageStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    Map<String, StageHistory> histories() {
        var all = new HashMap<String, StageHistory>();
        jdbc.sql(access.guard(HISTORIES)).param("tenant", tenant()).query(rs -> {
            all.put(
                    rs.getString("stage"),
                    new StageHistory(
                            rs.getInt("won"),
                            rs.getInt("lost"),
                            (int) Math.round(rs.getDouble("usual")),
                            rs.getInt("stays")));
        });
        return all;
    }

    Map<UUID, Instant> entered(Set<UUID> deals) {
        var all = new HashMap<UUID, Instant>();
        jdbc.sql(access.guard(ENTERED))
                .param("tenant", tenant())
                .param("ids", RecommendationStore.array(deals))
                .query(rs -> {
                    all.put(
                            rs.getObject("id", UUID.class),
                            rs.getObject("entered_at", OffsetDateTime.class).toInstant());
                });
        return all;
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
