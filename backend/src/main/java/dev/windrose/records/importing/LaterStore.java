package dev.windrose.records.importing;

import dev.windrose.records.store.Json;
import dev.windrose.records.store.SqlArray;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records that files checked before would make, as their rows were laid down. Needs a transaction. */
@Component
class LaterStore {

    private static final int STRETCH = 5_000;
    /** As many as are looked up among those that are there. */
    private static final int MOST = 200_000;

    private final JdbcClient jdbc;
    private final StagingStore staging;

    LaterStore(JdbcClient jdbc, StagingStore staging) {
        this.jdbc = jdbc;
        this.staging = staging;
    }

    /**
     * A row that would become a record, or change one.
     *
     * @param record the id it has, or would have
     */
    record Row(
            long number,
            long line,
            UUID record,
            RowState state,
            @Nullable String externalId,
            Map<String, Object> values) {}

    /** What was found about a row of the file at hand. */
    record Same(String key, UUID newId, String from) {}

    boolean laidDown(UUID id) {
        return staging.count(StagingStore.plan(id)) > 0;
    }

    /** In stretches, so that a long file needs no more memory than a short one. */
    void each(UUID id, Consumer<List<Row>> work) {
        long after = 0;
        for (long told = 0; told < MOST; told += STRETCH) {
            var rows = stretch(id, after);
            if (rows.isEmpty()) {
                return;
            }
            work.accept(rows);
            after = rows.getLast().number();
        }
    }

    private List<Row> stretch(UUID id, long after) {
        return staging.asImporter(
                () -> jdbc.sql("""
                        select r.number, r.line, p.record_id, p.state, r.external_id, r.vals from %s p join %s r on r.number = p.number
                        where p.state in ('new', 'later', 'known') and p.number > :after
                            and not exists (select 1 from %s d where d.outcome in ('refused', 'waiting') and d.number = p.number)
                        order by p.number limit :most
                        """.formatted(StagingStore.plan(id), StagingStore.rows(id), DryRunStore.table(id)))
                        .param("after", after)
                        .param("most", STRETCH)
                        .query((rs, _) -> new Row(
                                rs.getLong("number"),
                                rs.getLong("line"),
                                rs.getObject("record_id", UUID.class),
                                RowState.of(rs.getString("state")),
                                rs.getString("external_id"),
                                values(rs.getString("vals"))))
                        .list());
    }

    void prepare(UUID id) {
        staging.asImporter(
                () -> jdbc.sql("create index if not exists %s on %s (key)".formatted(index(id), StagingStore.rows(id)))
                        .update());
    }

    private static String index(UUID id) {
        return "rows_key_" + id.toString().replace("-", "");
    }

    /** Rows of the file that say what earlier rows would make by then. */
    void match(UUID id, List<Same> same) {
        var candidates = same.stream()
                .map(one -> RowCandidate.json(List.of(new RowCandidate(one.newId(), null, List.of(one.from())))))
                .toArray(String[]::new);
        staging.asImporter(() -> jdbc.sql("""
                        update %s p set state = 'later', record_id = given.id, candidates = given.candidates
                        from %s r, unnest(cast(:keys as text[]), cast(:ids as uuid[]), cast(:candidates as text[])) given (key, id, candidates)
                        where r.number = p.number and r.key = given.key collate "C" and p.state in ('new', 'missing')
                        """.formatted(StagingStore.plan(id), StagingStore.rows(id)))
                .param("keys", same.stream().map(Same::key).toArray(String[]::new))
                .param("ids", SqlArray.of(same.stream().map(Same::newId).toList()))
                .param("candidates", candidates)
                .update());
    }

    /** By row, which row of which file would make its record. */
    Map<Long, String> from(UUID id, long after, long upTo) {
        var found = new LinkedHashMap<Long, String>();
        staging.asImporter(() -> {
            jdbc.sql("select number, candidates from %s where state = 'later' and number > :after and number <= :upTo"
                            .formatted(StagingStore.plan(id)))
                    .param("after", after)
                    .param("upTo", upTo)
                    .query(rs -> {
                        found.put(
                                rs.getLong("number"),
                                RowCandidate.read(rs.getString("candidates"))
                                        .getFirst()
                                        .reasons()
                                        .getFirst());
                    });
            return true;
        });
        return found;
    }

    /** What rows of an earlier file would write into records that are not there yet. */
    Map<UUID, Map<String, Object>> values(UUID id, Collection<UUID> newIds) {
        var found = new LinkedHashMap<UUID, Map<String, Object>>();
        staging.asImporter(() -> {
            jdbc.sql("""
                            select p.record_id, r.vals from %s p join %s r on r.number = p.number
                            where p.state in ('new', 'later') and p.record_id = any(cast(:ids as uuid[]))
                            """.formatted(StagingStore.plan(id), StagingStore.rows(id)))
                    .param("ids", SqlArray.of(newIds))
                    .query(rs -> {
                        found.put(rs.getObject("record_id", UUID.class), values(rs.getString("vals")));
                    });
            return true;
        });
        return found;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(String json) {
        return (Map<String, Object>) Json.read(json);
    }
}
