package dev.windrose.context.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.windrose.context.entry.Sensitivity;
import dev.windrose.context.policy.rule.ClauseRule;
import dev.windrose.context.policy.rule.Condition;
import dev.windrose.context.policy.rule.Outcome;
import dev.windrose.context.policy.rule.ReadCel;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.ContextEntryId;
import dev.windrose.platform.id.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What texts of policies became. */
@Component
class PolicyStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Cache<TenantId, List<LivePolicy>> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    PolicyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A policy as it is kept. */
    record Kept(
            LivePolicy policy,
            boolean live,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    void put(Kept kept) {
        remove(List.of(kept.policy().id().value()));
        var policy = kept.policy();
        jdbc.sql("""
                        insert into policy_clauses (tenant_id, entry_id, version, title, kind, sensitivity, clause, why, warnings, enforce,
                            read_by, confirmed, compared, live, effective_from, effective_to)
                        values (:tenant, :entry, :version, :title, :kind, :sensitivity, :clause, :why, cast(:warnings as jsonb), :enforce,
                            :reader, :confirmed, true, :live, :from, :to)
                        """)
                .param("tenant", tenant())
                .param("entry", policy.id().value())
                .param("version", policy.version())
                .param("title", policy.title())
                .param("kind", policy.kind())
                .param("sensitivity", policy.sensitivity().wire())
                .param("clause", policy.clause())
                .param("why", policy.why())
                .param("warnings", JSON.writeValueAsString(policy.warnings()))
                .param("enforce", policy.enforce().wire())
                .param("reader", policy.byModel() ? "model" : "grammar")
                .param("confirmed", policy.confirmed())
                .param("live", kept.live())
                .param("from", kept.from())
                .param("to", kept.to())
                .update();
        for (int i = 0; i < policy.rules().size(); i++) {
            insert(policy, i, policy.rules().get(i));
        }
        known.invalidate(ActorScope.current().tenant());
    }

    private void insert(LivePolicy policy, int ordinal, PolicyRule rule) {
        jdbc.sql("""
                        insert into policy_rules (tenant_id, entry_id, ordinal, version, kind, cel, outcome, readable, span_start, span_end,
                            warnings)
                        values (:tenant, :entry, :ordinal, :version, :kind, :cel, cast(:outcome as jsonb), :readable, :start, :end,
                            cast(:warnings as jsonb))
                        """)
                .param("tenant", tenant())
                .param("entry", policy.id().value())
                .param("ordinal", ordinal)
                .param("version", policy.version())
                .param("kind", rule.rule().kind().wire())
                .param(
                        "cel",
                        dev.windrose.context.policy.rule.WriteCel.of(rule.rule().when()))
                .param("outcome", OutcomeJson.written(rule.rule().then()))
                .param("readable", rule.readable())
                .param("start", rule.rule().start())
                .param("end", rule.rule().end())
                .param("warnings", JSON.writeValueAsString(rule.rule().warnings()))
                .update();
    }

    void remove(Collection<UUID> entries) {
        known.invalidate(ActorScope.current().tenant());
        jdbc.sql("delete from policy_clauses where tenant_id = :tenant and entry_id = any(:entries)")
                .param("tenant", tenant())
                .param("entries", entries.toArray(UUID[]::new))
                .update();
    }

    /** Those with rules; a change by another process is seen within a second. */
    List<LivePolicy> known(LocalDate day) {
        return known.get(ActorScope.current().tenant(), _ -> live(day).stream()
                .filter(policy -> !policy.rules().isEmpty())
                .toList());
    }

    List<LivePolicy> live(LocalDate day) {
        var rules = rules();
        return jdbc.sql("""
                        select * from policy_clauses
                        where tenant_id = :tenant and live and (effective_from is null or effective_from <= :day)
                            and (effective_to is null or effective_to >= :day)
                        order by title, entry_id
                        """)
                .param("tenant", tenant())
                .param("day", day)
                .query((rs, _) -> policy(rs, rules))
                .list();
    }

    /** On whatever days. */
    List<LivePolicy> ever() {
        var rules = rules();
        return jdbc.sql("select * from policy_clauses where tenant_id = :tenant and live order by title, entry_id")
                .param("tenant", tenant())
                .query((rs, _) -> policy(rs, rules))
                .list();
    }

    Optional<LivePolicy> find(ContextEntryId id) {
        var rules = rules();
        return jdbc.sql("select * from policy_clauses where tenant_id = :tenant and entry_id = :entry")
                .param("tenant", tenant())
                .param("entry", id.value())
                .query((rs, _) -> policy(rs, rules))
                .optional();
    }

    private Map<UUID, List<PolicyRule>> rules() {
        var found = new HashMap<UUID, List<PolicyRule>>();
        jdbc.sql("select * from policy_rules where tenant_id = :tenant order by entry_id, ordinal")
                .param("tenant", tenant())
                .query(rs -> {
                    found.computeIfAbsent(rs.getObject("entry_id", UUID.class), _ -> new java.util.ArrayList<>())
                            .add(rule(rs));
                });
        return found;
    }

    private static PolicyRule rule(ResultSet rs) throws SQLException {
        var cel = rs.getString("cel");
        Condition when =
                ReadCel.of(cel).orElseThrow(() -> new IllegalStateException("A stored rule cannot be read: " + cel));
        Outcome then = OutcomeJson.read(rs.getString("outcome"));
        return PolicyRule.of(new ClauseRule(
                when,
                then,
                rs.getInt("span_start"),
                rs.getInt("span_end"),
                JSON.readValue(rs.getString("warnings"), TEXTS)));
    }

    private static LivePolicy policy(ResultSet rs, Map<UUID, List<PolicyRule>> rules) throws SQLException {
        var id = rs.getObject("entry_id", UUID.class);
        return new LivePolicy(
                new ContextEntryId(id),
                rs.getLong("version"),
                rs.getString("title"),
                rs.getString("kind"),
                Sensitivity.of(rs.getString("sensitivity")).orElse(Sensitivity.CONFIDENTIAL),
                rs.getString("clause"),
                rs.getString("why"),
                JSON.readValue(rs.getString("warnings"), TEXTS),
                Enforcement.of(rs.getString("enforce"), Enforcement.WARN),
                "model".equals(rs.getString("read_by")),
                rs.getBoolean("confirmed"),
                rules.getOrDefault(id, List.of()));
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
