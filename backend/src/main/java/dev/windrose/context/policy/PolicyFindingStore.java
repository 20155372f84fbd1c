package dev.windrose.context.policy;

import dev.windrose.context.policy.rule.CompareRules.Difference;
import dev.windrose.context.policy.rule.CompareRules.Relation;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.ContextEntryId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How policies stand to each other. */
@Component
class PolicyFindingStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final JdbcClient jdbc;

    PolicyFindingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A difference of two policies. */
    record Kept(ContextEntryId one, ContextEntryId other, Difference difference) {}

    List<Kept> all() {
        return jdbc.sql("select * from policy_findings where tenant_id = :tenant order by entry_id, other_id")
                .param("tenant", tenant())
                .query((rs, _) -> new Kept(
                        new ContextEntryId(rs.getObject("entry_id", UUID.class)),
                        new ContextEntryId(rs.getObject("other_id", UUID.class)),
                        new Difference(
                                Relation.valueOf(rs.getString("finding").toUpperCase(Locale.ROOT)),
                                JSON.readValue(rs.getString("example"), OBJECT))))
                .list();
    }

    /** Those of a policy go when its rules are made anew. */
    void put(Kept kept) {
        jdbc.sql("""
                        insert into policy_findings (tenant_id, entry_id, other_id, finding, example)
                        values (:tenant, :entry, :other, :finding, cast(:example as jsonb))
                        """)
                .param("tenant", tenant())
                .param("entry", kept.one().value())
                .param("other", kept.other().value())
                .param("finding", kept.difference().relation().name().toLowerCase(Locale.ROOT))
                .param("example", JSON.writeValueAsString(kept.difference().where()))
                .update();
    }

    /** Policies that were kept before findings were. */
    Set<ContextEntryId> uncompared() {
        return jdbc
                .sql("select entry_id from policy_clauses where tenant_id = :tenant and not compared")
                .param("tenant", tenant())
                .query(UUID.class)
                .list()
                .stream()
                .map(ContextEntryId::new)
                .collect(Collectors.toSet());
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
