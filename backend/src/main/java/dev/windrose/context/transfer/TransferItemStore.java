package dev.windrose.context.transfer;

import dev.windrose.platform.ActorScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class TransferItemStore {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, @Nullable Object>> OBJECT = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> LINES = new TypeReference<>() {};
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    TransferItemStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that has the position already is written anew. */
    void put(UUID transfer, TransferItem item) {
        jdbc.sql("""
                        insert into context_transfer_items (tenant_id, transfer_id, position, path, question, proposed, included, front, body, lines,
                            reasons, sure, broken, broken_line, plan)
                        values (:tenant, :transfer, :position, :path, :question, :proposed, :included, cast(:front as jsonb), :body,
                            cast(:lines as jsonb), cast(:reasons as jsonb), :sure, :broken, cast(:line as int), cast(:plan as jsonb))
                        on conflict (tenant_id, transfer_id, position) do update set path = excluded.path, question = excluded.question,
                            proposed = excluded.proposed, included = excluded.included, front = excluded.front, body = excluded.body,
                            lines = excluded.lines, reasons = excluded.reasons, sure = excluded.sure, broken = excluded.broken,
                            broken_line = excluded.broken_line, plan = excluded.plan
                        """)
                .param("tenant", tenant())
                .param("transfer", transfer)
                .param("position", item.position())
                .param("path", item.path())
                .param("question", item.question())
                .param("proposed", item.proposed())
                .param("included", item.included())
                .param("front", item.front() == null ? null : JSON.writeValueAsString(item.front()))
                .param("body", item.body())
                .param("lines", JSON.writeValueAsString(item.lines()))
                .param("reasons", JSON.writeValueAsString(item.reasons()))
                .param("sure", item.sure())
                .param("broken", item.broken())
                .param("line", item.brokenLine())
                .param("plan", item.plan() == null ? null : JSON.writeValueAsString(item.plan()))
                .update();
    }

    void plan(UUID transfer, int position, Map<String, @Nullable Object> plan) {
        jdbc.sql("""
                        update context_transfer_items set plan = cast(:plan as jsonb)
                        where tenant_id = :tenant and transfer_id = :transfer and position = :position
                        """)
                .param("tenant", tenant())
                .param("transfer", transfer)
                .param("position", position)
                .param("plan", JSON.writeValueAsString(plan))
                .update();
    }

    List<TransferItem> of(UUID transfer) {
        return jdbc.sql("""
                        select * from context_transfer_items where tenant_id = :tenant and transfer_id = :transfer order by position
                        """)
                .param("tenant", tenant())
                .param("transfer", transfer)
                .query((rs, _) -> item(rs))
                .list();
    }

    Optional<TransferItem> find(UUID transfer, int position) {
        return jdbc.sql("""
                        select * from context_transfer_items
                        where tenant_id = :tenant and transfer_id = :transfer and position = :position
                        """)
                .param("tenant", tenant())
                .param("transfer", transfer)
                .param("position", position)
                .query((rs, _) -> item(rs))
                .optional();
    }

    int next(UUID transfer) {
        return jdbc.sql("""
                        select coalesce(max(position) + 1, 0) from context_transfer_items
                        where tenant_id = :tenant and transfer_id = :transfer
                        """)
                .param("tenant", tenant())
                .param("transfer", transfer)
                .query(Integer.class)
                .single();
    }

    void forgetAnswer(UUID transfer, String question) {
        jdbc.sql("""
                        delete from context_transfer_items
                        where tenant_id = :tenant and transfer_id = :transfer and question = :question
                        """)
                .param("tenant", tenant())
                .param("transfer", transfer)
                .param("question", question)
                .update();
    }

    private static TransferItem item(ResultSet rs) throws SQLException {
        String front = rs.getString("front");
        String plan = rs.getString("plan");
        return new TransferItem(
                rs.getInt("position"),
                rs.getString("path"),
                rs.getString("question"),
                rs.getBoolean("proposed"),
                rs.getBoolean("included"),
                front == null ? null : JSON.readValue(front, OBJECT),
                rs.getString("body"),
                JSON.readValue(rs.getString("lines"), LINES),
                JSON.readValue(rs.getString("reasons"), TEXTS),
                rs.getBoolean("sure"),
                rs.getString("broken"),
                rs.getObject("broken_line", Integer.class),
                plan == null ? null : JSON.readValue(plan, OBJECT));
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
