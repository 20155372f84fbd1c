package dev.windrose.records.importing;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.access.AccessChecks;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.store.SqlArray;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds for all rows of a file at once which records they are, which rows say nothing new, and which repeat an earlier one. */
@Component
class PlanStore {

    /** Above this many the planner has to know them. */
    private static final int MANY = 2_000;

    private final JdbcClient jdbc;
    private final StagingStore staging;
    private final AccessSql access;
    private final AccessChecks checks;

    PlanStore(JdbcClient jdbc, StagingStore staging, AccessSql access, AccessChecks checks) {
        this.jdbc = jdbc;
        this.staging = staging;
        this.access = access;
        this.checks = checks;
    }

    /** @param rows how many there are */
    void begin(UUID id, Target target, long rows) {
        staging.asImporter(() -> {
            execute("drop table if exists %s, %s".formatted(StagingStore.plan(id), StagingStore.repeated(id)));
            execute("""
                    create unlogged table %s (number bigint not null, state text collate "C" not null, record_id uuid, first_line bigint,
                        hits bigint, known boolean not null, held text, candidates text)
                    """.formatted(StagingStore.plan(id)));
            execute("set local work_mem = '192MB'");
            execute("create index on %s (number)".formatted(StagingStore.rows(id)));
            if (target.refersToItself()) {
                execute("create index on %s (title_key)".formatted(StagingStore.rows(id)));
            }
            if (rows > MANY) {
                execute("analyze " + StagingStore.rows(id));
            }
            execute("""
                    create unlogged table %s as
                    select key, min(number) as number, min(line) as line from %s
                    where key is not null and reason is null and %s group by key having count(*) > 1
                    """.formatted(
                            StagingStore.repeated(id),
                            StagingStore.rows(id),
                            // Of a file of changes many rows tell of one record.
                            !target.past().ofChanges()));
            execute("analyze " + StagingStore.repeated(id));
            return true;
        });
    }

    void match(UUID id, Target target, String baseCurrency, long after, long upTo) {
        var match = new MatchSql(target, id, baseCurrency);
        String sql = access.guard(
                match.insert(checks.unlimited(target.type()) && !target.past().ofChanges()));
        staging.asImporter(() -> {
            execute("set local work_mem = '64MB'");
            // Right after a load the planner knows nothing of the records and may compare each with each, which takes
            // minutes.
            execute("set local enable_nestloop = " + (knows(target) ? "on" : "off"));
            jdbc.sql(sql)
                    .param("tenant", tenant())
                    .param("after", after)
                    .param("upTo", upTo)
                    .update();
            return true;
        });
    }

    private boolean knows(Target target) {
        return jdbc.sql("select reltuples > 1000 from pg_class where oid = cast(:table as regclass)")
                .param("table", target.type().table())
                .query(Boolean.class)
                .single();
    }

    /** @param reviews by line, which record a row is: an id, or a new one; rows that are skipped stay as they are */
    void end(UUID id, Map<Long, UUID> reviews, Set<Long> fresh) {
        staging.asImporter(() -> {
            review(id, reviews, fresh);
            execute("create index on %s (number)".formatted(StagingStore.plan(id)));
            execute("analyze " + StagingStore.plan(id));
            return true;
        });
    }

    private void review(UUID id, Map<Long, UUID> reviews, Set<Long> fresh) {
        if (!reviews.isEmpty()) {
            jdbc.sql("""
                            update %s p set state = 'known', record_id = given.record_id
                            from %s r, unnest(cast(:lines as bigint[]), cast(:records as uuid[])) given (line, record_id)
                            where r.number = p.number and r.line = given.line and p.state = 'ambiguous'
                            """.formatted(StagingStore.plan(id), StagingStore.rows(id)))
                    .param("lines", SqlArray.of(reviews.keySet()))
                    .param("records", SqlArray.of(reviews.values()))
                    .update();
        }
        if (!fresh.isEmpty()) {
            jdbc.sql("""
                            update %s p set state = 'new', record_id = r.new_id from %s r
                            where r.number = p.number and r.line = any(cast(:lines as bigint[])) and p.state = 'ambiguous'
                            """.formatted(StagingStore.plan(id), StagingStore.rows(id)))
                    .param("lines", SqlArray.of(fresh))
                    .update();
        }
    }

    private void execute(String sql) {
        jdbc.sql(sql).update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
