package dev.windrose.records.duplicates;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.Ids;
import dev.windrose.records.store.SqlArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pairs that may be the same. */
@Component
class CandidateStore {

    private static final String ROWS = """
            select c.*, (select m.change_set_id from record_merges m
                         where m.tenant_id = c.tenant_id and m.id = c.merge_id limit 1) as change_set_id
            from duplicate_candidates c where c.tenant_id = :tenant
            """;

    private final JdbcClient jdbc;

    CandidateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param findings as JSON */
    record Scored(UUID a, UUID b, double score, String findings) {}

    /** The open pairs of these records are now the given ones; what was decided stays. */
    void replace(String type, Collection<UUID> records, List<Scored> pairs, Instant at) {
        var kept = pairs.stream().map(pair -> pair.a() + " " + pair.b()).toList();
        jdbc.sql("""
                        delete from duplicate_candidates c
                        where c.tenant_id = :tenant and c.record_type = :type and c.status = 'open'
                            and (c.record_a = any(cast(:records as uuid[])) or c.record_b = any(cast(:records as uuid[])))
                            and not (c.record_a::text || ' ' || c.record_b::text = any(cast(:kept as text[])))
                        """)
                .param("tenant", tenant())
                .param("type", type)
                .param("records", SqlArray.of(records))
                .param("kept", SqlArray.of(kept))
                .update();
        if (!pairs.isEmpty()) {
            insert(type, pairs, at);
        }
    }

    private void insert(String type, List<Scored> pairs, Instant at) {
        jdbc.sql("""
                        insert into duplicate_candidates
                            (tenant_id, id, record_type, record_a, record_b, score, findings, status, created_at, updated_at)
                        select :tenant, new.id, :type, new.a, new.b, new.score, cast(new.findings as jsonb), 'open',
                               cast(:at as timestamptz), cast(:at as timestamptz)
                        from unnest(cast(:ids as uuid[]), cast(:a as uuid[]), cast(:b as uuid[]), cast(:scores as float8[]),
                                    cast(:findings as text[])) new (id, a, b, score, findings)
                        order by new.a, new.b
                        on conflict (tenant_id, record_type, record_a, record_b) do update
                            set score = excluded.score, findings = excluded.findings, updated_at = excluded.updated_at
                            where duplicate_candidates.status = 'open'
                        """)
                .param("tenant", tenant())
                .param("type", type)
                .param("at", at.toString())
                .param("ids", SqlArray.of(pairs.stream().map(_ -> Ids.next()).toList()))
                .param("a", SqlArray.of(pairs.stream().map(Scored::a).toList()))
                .param("b", SqlArray.of(pairs.stream().map(Scored::b).toList()))
                .param("scores", SqlArray.of(pairs.stream().map(Scored::score).toList()))
                .param(
                        "findings",
                        SqlArray.of(pairs.stream().map(Scored::findings).toList()))
                .update();
    }

    Optional<Candidate> find(UUID id) {
        return jdbc.sql(ROWS + " and c.id = :id")
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> candidate(rs))
                .optional();
    }

    /** The best first, behind a place in the queue. */
    List<Candidate> page(@Nullable String type, CandidateStatus status, double score, UUID last, int most) {
        return jdbc.sql(ROWS + """
                         and c.status = :status and (cast(:type as text) is null or c.record_type = :type)
                            and (c.score < :score or c.score = :score and c.id > :last)
                        order by c.score desc, c.id limit :most
                        """)
                .param("tenant", tenant())
                .param("type", type)
                .param("status", status.wire())
                .param("score", score)
                .param("last", last)
                .param("most", most)
                .query((rs, _) -> candidate(rs))
                .list();
    }

    List<Candidate> openOf(UUID record) {
        return jdbc.sql(ROWS + """
                         and c.status = 'open' and (c.record_a = :record or c.record_b = :record)
                        order by c.score desc, c.id limit 50
                        """)
                .param("tenant", tenant())
                .param("record", record)
                .query((rs, _) -> candidate(rs))
                .list();
    }

    List<Candidate> decided(String type, int most) {
        return jdbc.sql(ROWS + """
                         and c.record_type = :type and c.status in ('merged', 'dismissed') and c.decided_by is not null
                        order by c.decided_at desc limit :most
                        """)
                .param("tenant", tenant())
                .param("type", type)
                .param("most", most)
                .query((rs, _) -> candidate(rs))
                .list();
    }

    Map<String, Long> open() {
        var counts = new LinkedHashMap<String, Long>();
        jdbc.sql("""
                        select c.record_type, count(*) as pairs from duplicate_candidates c
                        where c.tenant_id = :tenant and c.status = 'open' group by c.record_type order by c.record_type
                        """).param("tenant", tenant()).query(rs -> {
            counts.put(rs.getString("record_type"), rs.getLong("pairs"));
        });
        return counts;
    }

    void decide(UUID id, CandidateStatus status, @Nullable UUID person, @Nullable Instant at) {
        jdbc.sql("""
                        update duplicate_candidates set status = :status, decided_by = cast(:person as uuid),
                            decided_at = cast(:at as timestamptz), merge_id = null
                        where tenant_id = :tenant and id = :id
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("status", status.wire())
                .param("person", person == null ? null : person.toString())
                .param("at", at == null ? null : at.toString())
                .update();
    }

    /** All pairs among records that have just become one. */
    void merged(UUID merge, List<UUID> records, @Nullable UUID person, Instant at) {
        jdbc.sql("""
                        update duplicate_candidates set status = 'merged', decided_by = cast(:person as uuid),
                            decided_at = cast(:at as timestamptz), merge_id = :merge
                        where tenant_id = :tenant and status = 'open' and record_a = any(cast(:records as uuid[]))
                            and record_b = any(cast(:records as uuid[]))
                        """)
                .param("tenant", tenant())
                .param("merge", merge)
                .param("records", SqlArray.of(records))
                .param("person", person == null ? null : person.toString())
                .param("at", at.toString())
                .update();
    }

    /** Of these the open ones that nobody has taken apart again. */
    List<Scored> mergeable(String type, List<Scored> pairs) {
        if (pairs.isEmpty()) {
            return pairs;
        }
        var may = Set.copyOf(jdbc.sql("""
                        select c.record_a::text || ' ' || c.record_b::text from duplicate_candidates c
                        where c.tenant_id = :tenant and c.record_type = :type and c.status = 'open'
                            and c.record_a = any(cast(:a as uuid[])) and not exists (
                                select 1 from record_merges m where m.tenant_id = :tenant
                                    and (m.merged_id = c.record_a and m.survivor_id = c.record_b
                                        or m.merged_id = c.record_b and m.survivor_id = c.record_a))
                        """)
                .param("tenant", tenant())
                .param("type", type)
                .param("a", SqlArray.of(pairs.stream().map(Scored::a).toList()))
                .query(String.class)
                .list());
        return pairs.stream()
                .filter(pair -> may.contains(pair.a() + " " + pair.b()))
                .toList();
    }

    void reopen(UUID merge) {
        jdbc.sql("""
                        update duplicate_candidates set status = 'open', decided_by = null, decided_at = null, merge_id = null
                        where tenant_id = :tenant and merge_id = :merge
                        """).param("tenant", tenant()).param("merge", merge).update();
    }

    private static Candidate candidate(ResultSet rs) throws SQLException {
        var decided = rs.getObject("decided_at", OffsetDateTime.class);
        return new Candidate(
                rs.getObject("id", UUID.class),
                rs.getString("record_type"),
                rs.getObject("record_a", UUID.class),
                rs.getObject("record_b", UUID.class),
                rs.getDouble("score"),
                new ArrayList<>(KeptFinding.read(rs.getString("findings"))),
                CandidateStatus.valueOf(rs.getString("status").toUpperCase(Locale.ROOT)),
                rs.getObject("decided_by", UUID.class),
                decided == null ? null : decided.toInstant(),
                rs.getObject("merge_id", UUID.class),
                rs.getObject("change_set_id", UUID.class));
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
