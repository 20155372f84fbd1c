package dev.windrose.intake;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import dev.windrose.platform.tenancy.StatementStore;
import dev.windrose.records.TextKey;
import dev.windrose.records.access.AccessSql;
import dev.windrose.records.access.QuotedRecords;
import dev.windrose.records.access.QuotedRecords.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Texts as they came in, and what was decided about them. Neither is ever changed. */
@Component
class IntakeStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    private static final int EXCERPT = 200;
    /** Less than what the database waits before it looks for writers that wait for each other and ends one of them. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private final AccessSql access;
    private final AskedStore asked;
    private final StatementStore statements;
    private final QuotedRecords quoted;

    IntakeStore(JdbcClient jdbc, AccessSql access, AskedStore asked, StatementStore statements, QuotedRecords quoted) {
        this.quoted = quoted;
        this.asked = asked;
        this.statements = statements;
        this.jdbc = jdbc;
        this.access = access;
    }

    /** A text with the records it is about. */
    record Logged(
            UUID id,
            Incoming incoming,
            @Nullable PersonId employee,
            @Nullable String employeeName,
            @Nullable UUID company,
            @Nullable UUID contact,
            @Nullable UUID deal) {}

    /** @param root the text that came in, where this reads it once more */
    record Kept(
            UUID id,
            UUID log,
            @Nullable UUID thread,
            @Nullable String key,
            Map<String, @Nullable Object> decision,
            @Nullable UUID applied,
            @Nullable UUID proposed,
            @Nullable UUID root) {}

    /**
     * The text and what was decided about it.
     *
     * @param told what else is written of it
     */
    void insert(Logged log, Kept kept, String hash, Instant at, Runnable told) {
        var decision = JSON.writeValueAsString(kept.decision());
        statements.together(() -> {
            insert(log, decision, at);
            insert(kept, decision, hash, at);
            asked.ask(kept.root(), kept.log(), kept.decision().get("questions"), at);
            told.run();
        });
        quote(log, kept);
    }

    /** A text read once more is shown as the text that came in. */
    private void quote(Logged log, Kept kept) {
        var incoming = log.incoming();
        for (var id : kept.root() == null ? List.of(log.id()) : List.of(log.id(), kept.root())) {
            quoted.note(Place.INPUT, id, kept.decision());
            if (incoming.recordType() != null && incoming.record() != null) {
                quoted.note(Place.INPUT, id, Map.of("type", incoming.recordType(), "id", incoming.record()));
            }
        }
    }

    private void insert(Kept kept, String decision, String hash, Instant at) {
        statements.update(
                """
                        insert into intake_decisions (tenant_id, id, prompt_log_id, thread_id, idempotency_key,
                        request_hash, decision, change_set_id,
                            proposed_change_set_id, root_id, created_at)
                        values (:tenant, :id, :log, :thread, :key, :hash, cast(:decision as jsonb), :applied, :proposed, :root, :at)
                        """,
                new MapSqlParameterSource()
                        .addValue("tenant", tenant())
                        .addValue("id", kept.id())
                        .addValue("log", kept.log())
                        .addValue("thread", kept.thread())
                        .addValue("key", kept.key())
                        .addValue("hash", hash)
                        .addValue("decision", decision)
                        .addValue("applied", kept.applied())
                        .addValue("proposed", kept.proposed())
                        .addValue("root", kept.root())
                        .addValue("at", at.atOffset(ZoneOffset.UTC)));
    }

    private void insert(Logged log, String decision, Instant at) {
        var excerpt = excerpt(log.incoming().text());
        statements.update(
                """
                        insert into user_prompt_logs (tenant_id, id, created_at, updated_at, excerpt, excerpt_key,
                        company_id, contact_id, deal_id,
                            raw_input, employee_id, employee_name, employee_name_key, interaction_type, interaction_type_key, decision)
                        values (:tenant, :id, :at, :at, :excerpt, :excerptKey, :company, :contact, :deal, :text,
                        :employee, :name, :nameKey, :channel,
                            :channelKey, cast(:decision as jsonb))
                        """,
                new MapSqlParameterSource()
                        .addValue("tenant", tenant())
                        .addValue("id", log.id())
                        .addValue("at", at.atOffset(ZoneOffset.UTC))
                        .addValue("excerpt", excerpt)
                        .addValue("excerptKey", TextKey.of(excerpt))
                        .addValue("company", log.company())
                        .addValue("contact", log.contact())
                        .addValue("deal", log.deal())
                        .addValue("text", log.incoming().text())
                        .addValue(
                                "employee",
                                log.employee() == null ? null : log.employee().value())
                        .addValue("name", log.employeeName())
                        .addValue("nameKey", log.employeeName() == null ? null : TextKey.of(log.employeeName()))
                        .addValue("channel", log.incoming().channel())
                        .addValue("channelKey", TextKey.of(log.incoming().channel()))
                        .addValue("decision", decision));
    }

    /** The answer that somebody gave in the conversation. */
    void answered(UUID question, String answer, Instant at) {
        asked.settle(question, "answered", answer, at);
    }

    /** The text that came in, of which this one is a further reading, or itself. */
    UUID rootOf(UUID log) {
        return jdbc.sql("""
                        select coalesce(root_id, prompt_log_id) from intake_decisions
                        where tenant_id = :tenant and prompt_log_id = :log limit 1
                        """)
                .param("tenant", tenant())
                .param("log", log)
                .query(UUID.class)
                .optional()
                .orElse(log);
    }

    /** What earlier readings of the text have written and nobody has taken back. */
    List<Map<String, @Nullable Object>> standing(UUID root) {
        return jdbc.sql("""
                        select d.decision from intake_decisions d
                        join change_sets a on a.tenant_id = d.tenant_id and a.id = d.change_set_id and a.status in ('applied', 'partly_applied')
                        where d.tenant_id = :tenant and case when d.root_id is null then d.prompt_log_id else d.root_id end = :root
                        """)
                .param("tenant", tenant())
                .param("root", root)
                .query((rs, _) -> JSON.readValue(rs.getString("decision"), OBJECT))
                .list();
    }

    /** @param hash the sum of the request that the decision was given for */
    record Given(String key, String hash, Map<String, @Nullable Object> decision) {}

    /** What was decided for the key before. */
    Optional<Given> byKey(String key) {
        return Optional.ofNullable(byKeys(List.of(key)).get(key));
    }

    /** What was decided before for those of the keys that were used. */
    Map<String, Given> byKeys(Collection<String> keys) {
        return jdbc
                .sql("""
                        select idempotency_key, request_hash, decision from intake_decisions
                        where tenant_id = :tenant and idempotency_key = any(cast(:keys as text[]))
                        """)
                .param("tenant", tenant())
                .param("keys", keys.toArray(String[]::new))
                .query((rs, _) -> new Given(
                        rs.getString("idempotency_key"),
                        rs.getString("request_hash"),
                        JSON.readValue(rs.getString("decision"), OBJECT)))
                .stream()
                .collect(Collectors.toMap(Given::key, given -> given));
    }

    /** The last decision of a thread, of those the actor may know, and the text it was about. */
    Optional<Map.Entry<String, Map<String, @Nullable Object>>> last(UUID thread) {
        return jdbc.sql(access.guard("""
                        select l.raw_input, d.decision from intake_decisions d
                        join user_prompt_logs l on l.tenant_id = d.tenant_id and l.id = d.prompt_log_id
                        where d.tenant_id = :tenant and d.thread_id = :thread {see:user_prompt_log:l}
                        order by d.created_at desc, d.id desc limit 1
                        """))
                .param("tenant", tenant())
                .param("thread", thread)
                .query((rs, _) ->
                        Map.entry(rs.getString("raw_input"), JSON.readValue(rs.getString("decision"), OBJECT)))
                .optional();
    }

    /** Waits for whoever handles the same key. */
    void lock(String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", tenant() + key)
                .query((rs, _) -> true)
                .single();
    }

    /**
     * As {@link #lock} for all, in one order. From now on the transaction fails rather than waiting for others: it holds records that they may
     * be waiting for. And it plans each statement once for all texts, which takes longer than most of them.
     */
    void lockWithoutPatience(Collection<String> keys) {
        jdbc.sql("""
                        select set_config('lock_timeout', '%dms', true), set_config('plan_cache_mode', 'force_generic_plan', true),
                            pg_advisory_xact_lock(k.lock)
                        from (select hashtextextended(key, 0) as lock from unnest(cast(:keys as text[])) key order by 1) k
                        """.formatted(PATIENCE.toMillis()))
                .param("keys", keys.stream().map(key -> tenant() + key).toArray(String[]::new))
                .query((rs, _) -> true)
                .list();
    }

    private static String excerpt(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() > EXCERPT ? line.substring(0, EXCERPT - 1) + "…" : line;
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
