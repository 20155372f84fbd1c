package dev.windrose.records.importing;

import dev.windrose.records.store.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is judged about rows by likeness, kept where the comparison by key left it. Needs a transaction. */
@Component
class FuzzyStore {

    private final JdbcClient jdbc;
    private final StagingStore staging;

    FuzzyStore(JdbcClient jdbc, StagingStore staging) {
        this.jdbc = jdbc;
        this.staging = staging;
    }

    /** @param named the records of the very same name */
    record Row(long number, UUID newId, Map<String, Object> values, Set<UUID> named) {}

    /** @param record null where nobody knows yet, or the row is a new one */
    record Verdict(long number, RowState state, @Nullable UUID record, List<RowCandidate> candidates) {}

    List<Row> read(UUID id, long after, int most) {
        return staging.asImporter(() -> jdbc.sql("""
                        select r.number, r.new_id, r.vals, case when p.state = 'known' then p.record_id end as named, p.candidates
                        from %s p join %s r on r.number = p.number
                        where p.number > :after and p.state in ('new', 'missing', 'known', 'ambiguous') order by p.number limit :most
                        """.formatted(StagingStore.plan(id), StagingStore.rows(id)))
                .param("after", after)
                .param("most", most)
                .query((rs, _) -> row(rs))
                .list());
    }

    void write(UUID id, List<Verdict> verdicts) {
        staging.asImporter(() -> jdbc.sql("""
                        update %s p set state = given.state, record_id = coalesce(given.record_id, r.new_id), hits = given.hits,
                            candidates = given.candidates
                        from %s r, unnest(cast(:numbers as bigint[]), cast(:states as text[]), cast(:records as uuid[]), cast(:hits as bigint[]),
                            cast(:candidates as text[])) given (number, state, record_id, hits, candidates)
                        where p.number = given.number and r.number = given.number
                        """.formatted(StagingStore.plan(id), StagingStore.rows(id)))
                .param("numbers", verdicts.stream().map(Verdict::number).toArray(Long[]::new))
                .param(
                        "states",
                        verdicts.stream().map(one -> one.state().wire()).toArray(String[]::new))
                .param(
                        "records",
                        verdicts.stream()
                                .map(one -> one.record() == null
                                        ? null
                                        : one.record().toString())
                                .toArray(String[]::new))
                .param(
                        "hits",
                        verdicts.stream()
                                .map(one -> (long) one.candidates().size())
                                .toArray(Long[]::new))
                .param(
                        "candidates",
                        verdicts.stream()
                                .map(one -> one.candidates().isEmpty() ? null : RowCandidate.json(one.candidates()))
                                .toArray(String[]::new))
                .update());
    }

    /** Of two rows that are the same record the first is taken. */
    void repeat(UUID id) {
        staging.asImporter(() -> jdbc.sql("""
                        update %1$s p set state = 'repeated', first_line = first.line
                        from (select o.record_id, min(o.number) as number, min(r.line) as line from %1$s o join %2$s r on r.number = o.number
                              where o.state in ('known', 'same') group by o.record_id having count(*) > 1) first
                        where p.record_id = first.record_id and p.number > first.number and p.state in ('known', 'same')
                        """.formatted(StagingStore.plan(id), StagingStore.rows(id)))
                .update());
    }

    @SuppressWarnings("unchecked")
    private static Row row(ResultSet rs) throws SQLException {
        UUID named = rs.getObject("named", UUID.class);
        return new Row(
                rs.getLong("number"),
                rs.getObject("new_id", UUID.class),
                (Map<String, Object>) Json.read(rs.getString("vals")),
                named != null
                        ? Set.of(named)
                        : RowCandidate.read(rs.getString("candidates")).stream()
                                .map(RowCandidate::id)
                                .collect(Collectors.toSet()));
    }
}
