package dev.windrose.records.duplicates;

import dev.windrose.platform.ActorScope;
import dev.windrose.records.duplicates.matching.Weighing;
import dev.windrose.records.store.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a workspace has set and taught for each type. */
@Component
class SettingsStore {

    private final JdbcClient jdbc;

    SettingsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param inUse whether the decisions were told better by these weights than without them */
    record Learned(Weighing weighing, int decisions, boolean inUse) {}

    Optional<TypeSettings> find(String type) {
        return jdbc.sql("select * from duplicate_settings where tenant_id = :tenant and record_type = :type")
                .param("tenant", tenant())
                .param("type", type)
                .query((rs, _) -> new TypeSettings(
                        type,
                        rs.getBoolean("enabled"),
                        rs.getObject("auto_merge_above", Double.class),
                        rs.getDouble("review_above"),
                        rules(rs.getString("survivorship"))))
                .optional();
    }

    void put(TypeSettings settings, Instant at) {
        var rules = new LinkedHashMap<String, String>();
        settings.survivorship().forEach((field, rule) -> rules.put(field, rule.wire()));
        jdbc.sql("""
                        insert into duplicate_settings
                            (tenant_id, record_type, enabled, auto_merge_above, review_above, survivorship, updated_at)
                        values (:tenant, :type, :enabled, :auto, :review, cast(:rules as jsonb), cast(:at as timestamptz))
                        on conflict (tenant_id, record_type) do update set enabled = excluded.enabled,
                            auto_merge_above = excluded.auto_merge_above, review_above = excluded.review_above,
                            survivorship = excluded.survivorship, updated_at = excluded.updated_at
                        """)
                .param("tenant", tenant())
                .param("type", settings.recordType())
                .param("enabled", settings.enabled())
                .param("auto", settings.autoMergeAbove())
                .param("review", settings.reviewAbove())
                .param("rules", Json.write(rules))
                .param("at", at.toString())
                .update();
    }

    /** What was found of a type that nobody looks at any more. */
    void forget(String type) {
        jdbc.sql("delete from duplicate_keys where tenant_id = :tenant and record_type = :type")
                .param("tenant", tenant())
                .param("type", type)
                .update();
        jdbc.sql(
                        "delete from duplicate_candidates where tenant_id = :tenant and record_type = :type and status = 'open'")
                .param("tenant", tenant())
                .param("type", type)
                .update();
    }

    Optional<Learned> learned(String type) {
        return jdbc.sql("select * from duplicate_weights where tenant_id = :tenant and record_type = :type")
                .param("tenant", tenant())
                .param("type", type)
                .query((rs, _) -> new Learned(
                        new Weighing(factors(rs.getString("factors")), rs.getDouble("shift")),
                        rs.getInt("decisions"),
                        rs.getBoolean("in_use")))
                .optional();
    }

    void putLearned(String type, Learned learned, Instant at) {
        jdbc.sql("""
                        insert into duplicate_weights (tenant_id, record_type, factors, shift, decisions, in_use, updated_at)
                        values (:tenant, :type, cast(:factors as jsonb), :shift, :decisions, :use, cast(:at as timestamptz))
                        on conflict (tenant_id, record_type) do update set factors = excluded.factors, shift = excluded.shift,
                            decisions = excluded.decisions, in_use = excluded.in_use, updated_at = excluded.updated_at
                        """)
                .param("tenant", tenant())
                .param("type", type)
                .param("factors", Json.write(learned.weighing().factors()))
                .param("shift", learned.weighing().shift())
                .param("decisions", learned.decisions())
                .param("use", learned.inUse())
                .param("at", at.toString())
                .update();
    }

    private static Map<String, SurvivorRule> rules(@Nullable String json) {
        var rules = new LinkedHashMap<String, SurvivorRule>();
        if (Json.read(json) instanceof Map<?, ?> map) {
            map.forEach((field, rule) -> rules.put(
                    String.valueOf(field),
                    SurvivorRule.valueOf(String.valueOf(rule).toUpperCase(Locale.ROOT))));
        }
        return rules;
    }

    private static Map<String, Double> factors(@Nullable String json) {
        var factors = new HashMap<String, Double>();
        if (Json.read(json) instanceof Map<?, ?> map) {
            map.forEach((field, factor) -> factors.put(String.valueOf(field), ((Number) factor).doubleValue()));
        }
        return factors;
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
