package dev.windrose.llm.model;

import dev.windrose.platform.ActorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What workspaces let out, what they used, and each call. */
@Component
class ModelStore {

    private static final String WANTED = """
             c.tenant_id = :tenant and (cast(:person as uuid) is null or c.person_id = :person)
                and (cast(:purpose as text) is null or c.purpose = :purpose)
                and (cast(:outcome as text) is null or c.outcome = :outcome)
                and (cast(:model as text) is null or c.model = :model)
                and (cast(:prompt as text) is null or c.prompt = :prompt)
                and (cast(:about as uuid) is null or c.about_id = :about)
                and (cast(:from as timestamptz) is null or c.at >= :from)
                and (cast(:to as timestamptz) is null or c.at < :to)
            """;

    private final JdbcClient jdbc;

    ModelStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<ModelPolicy> policy() {
        return jdbc.sql("select * from llm_policies where tenant_id = :tenant")
                .param("tenant", tenant())
                .query((rs, _) -> new ModelPolicy(
                        rs.getBoolean("message_text"),
                        rs.getBoolean("records"),
                        rs.getString("contact_addresses").equals("plain"),
                        new ModelBudget(
                                number(rs, "tokens_per_month"),
                                number(rs, "cost_per_month"),
                                rs.getString("currency"),
                                number(rs, "input_price"),
                                number(rs, "output_price")),
                        rs.getBoolean("log_texts"),
                        rs.getInt("keep_days"),
                        at(rs, "changed_at"),
                        rs.getObject("changed_by", UUID.class)))
                .optional();
    }

    void put(ModelPolicy policy, Instant at, @Nullable UUID by) {
        jdbc.sql("""
                        insert into llm_policies (tenant_id, message_text, records, contact_addresses, tokens_per_month, cost_per_month, currency,
                            input_price, output_price, log_texts, keep_days, changed_at, changed_by)
                        values (:tenant, :text, :records, :addresses, :tokens, :cost, :currency, :input, :output, :log, :days, :at, :by)
                        on conflict (tenant_id) do update set message_text = excluded.message_text, records = excluded.records,
                            contact_addresses = excluded.contact_addresses, tokens_per_month = excluded.tokens_per_month,
                            cost_per_month = excluded.cost_per_month, currency = excluded.currency, input_price = excluded.input_price,
                            output_price = excluded.output_price, log_texts = excluded.log_texts, keep_days = excluded.keep_days,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param("tenant", tenant())
                .param("text", policy.messageText())
                .param("records", policy.records())
                .param("addresses", policy.plainAddresses() ? "plain" : "masked")
                .param("tokens", policy.budget().tokensPerMonth(), Types.BIGINT)
                .param("cost", policy.budget().costPerMonth(), Types.BIGINT)
                .param("currency", policy.budget().currency(), Types.VARCHAR)
                .param("input", policy.budget().inputPrice(), Types.BIGINT)
                .param("output", policy.budget().outputPrice(), Types.BIGINT)
                .param("log", policy.logTexts())
                .param("days", policy.keepDays())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by, Types.OTHER)
                .update();
    }

    ModelUsage usage(YearMonth month) {
        return jdbc.sql(
                        "select calls, input_tokens, output_tokens, cost from llm_usage where tenant_id = :tenant and month = :month")
                .param("tenant", tenant())
                .param("month", month.atDay(1))
                .query((rs, _) -> new ModelUsage(month, rs.getLong(1), rs.getLong(2), rs.getLong(3), rs.getLong(4)))
                .optional()
                .orElseGet(() -> new ModelUsage(month, 0, 0, 0, 0));
    }

    void insert(ModelCall call, LocalDate month) {
        jdbc.sql("""
                        insert into llm_calls (tenant_id, id, at, person_id, purpose, prompt, prompt_version, tier, model, input_tokens, output_tokens,
                            cost, currency, ms, attempts, outcome, about_id, request, response)
                        values (:tenant, :id, :at, :person, :purpose, :prompt, :version, :tier, :model, :input, :output, :cost, :currency, :ms,
                            :attempts, :outcome, :about, :request, :response)
                        """)
                .param("tenant", tenant())
                .param("id", call.id())
                .param("at", call.at().atOffset(ZoneOffset.UTC))
                .param("person", call.person(), Types.OTHER)
                .param("purpose", call.purpose())
                .param("prompt", call.prompt())
                .param("version", call.promptVersion())
                .param("tier", call.tier())
                .param("model", call.model())
                .param("input", call.inputTokens())
                .param("output", call.outputTokens())
                .param("cost", call.cost(), Types.BIGINT)
                .param("currency", call.currency(), Types.VARCHAR)
                .param("ms", call.ms())
                .param("attempts", call.attempts())
                .param("outcome", call.outcome().wire())
                .param("about", call.about(), Types.OTHER)
                .param("request", call.request(), Types.VARCHAR)
                .param("response", call.response(), Types.VARCHAR)
                .update();
        jdbc.sql("""
                        insert into llm_usage as u (tenant_id, month, calls, input_tokens, output_tokens, cost)
                        values (:tenant, :month, 1, :input, :output, :cost)
                        on conflict (tenant_id, month) do update set calls = u.calls + 1, input_tokens = u.input_tokens + excluded.input_tokens,
                            output_tokens = u.output_tokens + excluded.output_tokens, cost = u.cost + excluded.cost
                        """)
                .param("tenant", tenant())
                .param("month", month)
                .param("input", call.inputTokens())
                .param("output", call.outputTokens())
                .param("cost", call.cost() == null ? 0 : call.cost())
                .update();
    }

    /**
     * The newest first.
     *
     * @param before only those older than this one, where given
     */
    List<ModelCall> list(ModelCallQuery wanted, @Nullable UUID before, int most) {
        return filtered(wanted, "select c.* from llm_calls c where" + WANTED + """
                                 and (cast(:before as uuid) is null or (c.at, c.id) < (
                                    select b.at, b.id from llm_calls b where b.tenant_id = :tenant and b.id = :before))
                                order by c.at desc, c.id desc limit :most""")
                .param("before", before, Types.OTHER)
                .param("most", most)
                .query((rs, _) -> call(rs))
                .list();
    }

    long count(ModelCallQuery wanted) {
        return filtered(wanted, "select count(*) from llm_calls c where" + WANTED)
                .query(Long.class)
                .single();
    }

    Optional<ModelCall> find(UUID id, @Nullable UUID person) {
        return jdbc.sql("""
                        select * from llm_calls where tenant_id = :tenant and id = :id and (cast(:person as uuid) is null or person_id = :person)
                        """)
                .param("tenant", tenant())
                .param("id", id)
                .param("person", person, Types.OTHER)
                .query((rs, _) -> call(rs))
                .optional();
    }

    int dropBefore(Instant time) {
        return jdbc.sql("delete from llm_calls where tenant_id = :tenant and at < :time")
                .param("tenant", tenant())
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<UUID> tenants() {
        return jdbc.sql("select id from tenants order by id").query(UUID.class).list();
    }

    private JdbcClient.StatementSpec filtered(ModelCallQuery wanted, String sql) {
        return jdbc.sql(sql)
                .param("tenant", tenant())
                .param("person", wanted.person(), Types.OTHER)
                .param("purpose", wanted.purpose(), Types.VARCHAR)
                .param("outcome", wanted.outcome(), Types.VARCHAR)
                .param("model", wanted.model(), Types.VARCHAR)
                .param("prompt", wanted.prompt(), Types.VARCHAR)
                .param("about", wanted.about(), Types.OTHER)
                .param("from", offset(wanted.from()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("to", offset(wanted.to()), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static ModelCall call(ResultSet rs) throws SQLException {
        return new ModelCall(
                rs.getObject("id", UUID.class),
                at(rs, "at"),
                rs.getObject("person_id", UUID.class),
                rs.getString("purpose"),
                rs.getString("prompt"),
                rs.getInt("prompt_version"),
                rs.getString("tier"),
                rs.getString("model"),
                rs.getLong("input_tokens"),
                rs.getLong("output_tokens"),
                number(rs, "cost"),
                rs.getString("currency"),
                rs.getLong("ms"),
                rs.getInt("attempts"),
                CallOutcome.of(rs.getString("outcome")).orElse(CallOutcome.FAILED),
                rs.getObject("about_id", UUID.class),
                rs.getString("request"),
                rs.getString("response"));
    }

    private static @Nullable Long number(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, Long.class);
    }

    private static Instant at(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable OffsetDateTime offset(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
