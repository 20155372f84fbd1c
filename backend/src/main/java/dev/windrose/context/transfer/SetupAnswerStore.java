package dev.windrose.context.transfer;

import dev.windrose.platform.ActorScope;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person has answered to the questions of the set-up. */
@Component
class SetupAnswerStore {

    private final JdbcClient jdbc;

    SetupAnswerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Answer(String text, boolean skipped) {}

    Map<String, Answer> of(UUID transfer) {
        var answers = new LinkedHashMap<String, Answer>();
        jdbc.sql("""
                        select question, answer, skipped from context_transfer_answers
                        where tenant_id = :tenant and transfer_id = :transfer
                        """).param("tenant", tenant()).param("transfer", transfer).query(rs -> {
            answers.put(rs.getString("question"), new Answer(rs.getString("answer"), rs.getBoolean("skipped")));
        });
        return answers;
    }

    void put(UUID transfer, String question, Answer answer) {
        jdbc.sql("""
                        insert into context_transfer_answers (tenant_id, transfer_id, question, answer, skipped)
                        values (:tenant, :transfer, :question, :answer, :skipped)
                        on conflict (tenant_id, transfer_id, question) do update set answer = excluded.answer, skipped = excluded.skipped
                        """)
                .param("tenant", tenant())
                .param("transfer", transfer)
                .param("question", question)
                .param("answer", answer.text())
                .param("skipped", answer.skipped())
                .update();
    }

    private static UUID tenant() {
        return ActorScope.current().tenant().value();
    }
}
