package dev.windrose.intake;

import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.PersonId;
import dev.windrose.records.TextKey;
import dev.windrose.records.access.AccessSql;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    private final JdbcClient jdbc;
    private final AccessSql access;
    private final AskedStore asked;

    IntakeStore(JdbcClient jdbc, AccessSql access, AskedStore asked) {
        this.asked = asked;
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

    void insert(Logged log, Map<String, @Nullable Object> decision, Instant at) {
        var excerpt = excerpt(log.incoming().text());
        jdbc.sql("""
                        insert into user_prompt_logs (tenant_id, id, created_at, updated_at, excerpt, excerpt_key,
                        company_id, contact_id, deal_id,
                            raw_input, employee_id, employee_name, employee_name_key, interaction_type, interaction_type_key, decision)
                        values (:tenant, :id, :at, :at, :excerpt, :excerptKey, :company, :contact, :deal, :text,
                        :employee, :name, :nameKey, :channel,
                            :channelKey, cast(:decision as jsonb))
                        """)
                .param("tenant", tenant())
                .param("id", log.id())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("excerpt", excerpt)
                .param("excerptKey", TextKey.of(excerpt))
                .param("company", log.company())
                .param("contact", log.contact())
                .param("deal", log.deal())
                .param("text", log.incoming().text())
                .param(
                        "employee",
                        log.employee() == null ? null : log.employee().value())
                .param("name", log.employeeName())
                .param("nameKey", log.employeeName() == null ? null : TextKey.of(log.employeeName()))
                .param("channel", log.incoming().channel())
                .param("channelKey", TextKey.of(log.incoming().channel()))
                .param("decision", JSON.writeValueAsString(decision))
                .update();
    }

    void insert(Kept kept, String hash, Instant at) {
        jdbc.sql("""
                        insert into intake_decisions (tenant_id, id, prompt_log_id, thread_id, idempotency_key,
                        request_hash, decision, change_set_id,
                            proposed_change_set_id, root_id, created_at)
                        values (:tenant, :id, :log, :thread, :key, :hash, cast(:decision as jsonb), :applied, :proposed, :root, :at)
                        """)
                .param("tenant", tenant())
                .param("id", kept.id())
                .param("log", kept.log())
                .param("thread", kept.thread())
                .param("key", kept.key())
                .param("hash", hash)
                .param("decision", JSON.writeValueAsString(kept.decision()))
                .param("applied", kept.applied())
                .param("proposed", kept.proposed())
                .param("root", kept.root())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        asked.ask(kept.root(), kept.log(), kept.decision().get("questions"), at);
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
                        where d.tenant_id = :tenant and coalesce(d.root_id, d.prompt_log_id) = :root
                        """)
                .param("tenant", tenant())
                .param("root", root)
                .query((rs, _) -> JSON.readValue(rs.getString("decision"), OBJECT))
                .list();
    }

    /** The decision given for the key, with the sum of the request it was given for. */
    Optional<Map.Entry<String, Map<String, @Nullable Object>>> byKey(String key) {
        return jdbc.sql(
                        "select request_hash, decision from intake_decisions where tenant_id = :tenant and idempotency_key = :key")
                .param("tenant", tenant())
                .param("key", key)
                .query((rs, _) ->
                        Map.entry(rs.getString("request_hash"), JSON.readValue(rs.getString("decision"), OBJECT)))
                .optional();
    }

    /** The last decision of a thread, of those the actor may know, and the text it was about. */
    Optional<Map.Entry<String, Map<String, @Nullable Object>>> last(UUID thread) {
        return jdbc.sql("""
                        select l.raw_input, d.decision from intake_decisions d
                        join user_prompt_logs l on l.tenant_id = d.tenant_id and l.id = d.prompt_log_id
                        where d.tenant_id = :tenant and d.thread_id = :thread
                            and (cast(:by as uuid) is null or l.employee_id = cast(:by as uuid))
                        order by d.created_at desc, d.id desc limit 1
                        """)
                .param("tenant", tenant())
                .param("thread", thread)
                .param("by", access.onlyWordsOf().orElse(null))
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

    private static String excerpt(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() > EXCERPT ? line.substring(0, EXCERPT - 1) + "…" : line;
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
