package dev.windrose.records.importing;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.people.Workspaces;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.access.AccessSql;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds for all rows of a file at once which records they are, which rows say nothing new, and which repeat an earlier one. */
@Component
class PlanStore {

    /** Right after a load the planner knows nothing of the rows and may compare each with each, which takes minutes. */
    private static final int MANY = 2_000;

    private final JdbcClient jdbc;
    private final StagingStore staging;
    private final AccessSql access;
    private final AccessChecks checks;
    private final Workspaces workspaces;

    PlanStore(JdbcClient jdbc, StagingStore staging, AccessSql access, AccessChecks checks, Workspaces workspaces) {
        this.jdbc = jdbc;
        this.staging = staging;
        this.access = access;
        this.checks = checks;
        this.workspaces = workspaces;
    }

    /** @param rows how many there are */
    void plan(UUID id, Target target, long rows) {
        var match =
                new MatchSql(target, StagingStore.rows(id), workspaces.current().baseCurrency());
        String sql = access.guard(match.insert(StagingStore.plan(id), checks.unlimited(target.type())));
        staging.asImporter(() -> {
            execute("drop table if exists " + StagingStore.plan(id));
            execute("""
                    create unlogged table %s (number bigint not null, state text collate "C" not null, record_id uuid, first_line bigint,
                        hits bigint, known boolean not null, held text)
                    """.formatted(StagingStore.plan(id)));
            execute("set local work_mem = '192MB'");
            if (rows > MANY) {
                execute("analyze " + StagingStore.rows(id));
                execute("set local enable_nestloop = off");
            }
            jdbc.sql(sql).param("tenant", tenant()).update();
            execute("set local enable_nestloop = on");
            execute("create index on %s (number)".formatted(StagingStore.plan(id)));
            execute("create index on %s (number)".formatted(StagingStore.rows(id)));
            if (target.refersToItself()) {
                execute("create index on %s (title_key)".formatted(StagingStore.rows(id)));
            }
            execute("analyze " + StagingStore.plan(id));
            return true;
        });
    }

    private void execute(String sql) {
        jdbc.sql(sql).update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
