package dev.windrose.intake.inbox;

import dev.windrose.intake.ArrivedMessages.Place;
import dev.windrose.platform.ActorScope;
import dev.windrose.platform.id.ChangeSetId;
import dev.windrose.records.access.AccessSql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Messages that were read, each once, with its last reading and with what has become of it since. */
@Component
class InboxStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};

    /** The decision quotes the text, so whoever may not read the text sees no messages. */
    private static final String MESSAGES = """
            select l.id, l.created_at, coalesce({show:user_prompt_log.interaction_type:l.interaction_type}, 'api') as interaction_type,
                {show:user_prompt_log.employee_id:l.employee_id} as employee_id,
                {show:user_prompt_log.employee_name:l.employee_name} as employee_name,
                {show:user_prompt_log.raw_input:r.raw_input} as raw_input, d.thread_id, d.decision, i.state
            from inbox_states i
            join user_prompt_logs l on l.tenant_id = :tenant and l.id = i.id
            cross join lateral (select x.* from intake_decisions x
                where x.tenant_id = :tenant and case when x.root_id is null then x.prompt_log_id else x.root_id end = i.id
                order by x.created_at desc, x.id desc limit 1) d
            join user_prompt_logs r on r.tenant_id = :tenant and r.id = d.prompt_log_id
            where i.tenant_id = :tenant and l.deleted_at is null {see:user_prompt_log:l} {see:user_prompt_log:r}
                {uses:user_prompt_log:raw_input}
            """;

    private final JdbcClient jdbc;
    private final AccessSql access;

    InboxStore(JdbcClient jdbc, AccessSql access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    /**
     * The newest first.
     *
     * @param holding messages that may hold the text of the filter; null where the search cannot tell, so that each is looked at
     */
    List<InboxMessage> list(InboxFilter filter, @Nullable List<UUID> holding, @Nullable Place before, int most) {
        var text = filter.text() == null ? null : "%" + filter.text().strip().replaceAll("([\\\\%_])", "\\\\$1") + "%";
        return jdbc.sql(access.guard(MESSAGES + """
                            and (cast(:source as text) is null or {show:user_prompt_log.interaction_type:l.interaction_type} = :source)
                            and (cast(:person as uuid) is null or {show:user_prompt_log.employee_id:l.employee_id} = :person)
                            and (cast(:text as text) is null or l.raw_input ilike :text)
                        """
                        + (holding == null ? "" : " and i.id = any(:holding)")
                        + (before == null ? "" : " and (i.created_at, i.id) < (:before, :beforeId)")
                        + (filter.state() == null ? "" : " and i.state = :state")
                        + " order by i.created_at desc, i.id desc limit :most"))
                .param("tenant", tenant())
                .param("source", filter.source(), Types.VARCHAR)
                .param("person", filter.person(), Types.OTHER)
                .param("text", text, Types.VARCHAR)
                .param("holding", holding == null ? new UUID[0] : holding.toArray(UUID[]::new))
                .param(
                        "before",
                        before == null ? null : before.at().atOffset(ZoneOffset.UTC),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("beforeId", before == null ? null : before.id(), Types.OTHER)
                .param("state", filter.state() == null ? null : filter.state().wire(), Types.VARCHAR)
                .param("most", most)
                .query((rs, _) -> message(rs))
                .list();
    }

    Optional<InboxMessage> find(UUID id) {
        return jdbc.sql(access.guard(MESSAGES + " and i.id = :id"))
                .param("tenant", tenant())
                .param("id", id)
                .query((rs, _) -> message(rs))
                .optional();
    }

    /** Every change set that the message has led to, the newest first; what undid one of them is named there. */
    List<ChangeSetId> changeSets(UUID root) {
        return jdbc.sql("""
                        select c.id from change_sets c
                        where c.tenant_id = :tenant and c.cause_kind = 'message' and c.cause_id in (
                            select cast(x.prompt_log_id as text) from intake_decisions x
                            where x.tenant_id = :tenant and case when x.root_id is null then x.prompt_log_id else x.root_id end = :root)
                        order by c.created_at desc, c.id desc limit 100
                        """)
                .param("tenant", tenant())
                .param("root", root)
                .query((rs, _) -> new ChangeSetId(rs.getObject("id", UUID.class)))
                .list();
    }

    private static InboxMessage message(ResultSet rs) throws SQLException {
        return new InboxMessage(
                rs.getObject("id", UUID.class),
                rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                rs.getString("interaction_type"),
                rs.getString("raw_input"),
                InboxState.valueOf(rs.getString("state").toUpperCase(Locale.ROOT)),
                rs.getObject("employee_id", UUID.class),
                rs.getString("employee_name"),
                rs.getObject("thread_id", UUID.class),
                JSON.readValue(rs.getString("decision"), OBJECT),
                null);
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
